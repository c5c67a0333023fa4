import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { useTemplates } from '../rooms/templateQueries'
import { NoSuchTemplate } from './NoSuchTemplate'
import { TemplateForm } from './TemplateForm'

/** One template: `/admin/templates/new`, or an id in the place of `new`. */
export function TemplatePage() {
  const { t } = useTranslation()
  const { templateId = 'new' } = useParams()
  const templates = useTemplates()
  const template = templates.data?.find(({ template_id: id }) => id === templateId) ?? null
  const content = () => {
    if (templateId === 'new') return <TemplateForm template={null} />
    if (template !== null) return <TemplateForm key={templateId} template={template} />
    if (templates.isPending) return <Skeleton height={300} role="status" aria-label={t('app.loading')} />
    if (!templates.isError) return <NoSuchTemplate />
    return (
      <FailureMessage title={t('templates.failed')} failure={templates.error} onRetry={() => void templates.refetch()} />
    )
  }
  return (
    <Page
      title={template?.name ?? t('templates.new')}
      above={[{ to: '/admin/templates', text: t('templates.title') }]}
    >
      {content()}
    </Page>
  )
}
