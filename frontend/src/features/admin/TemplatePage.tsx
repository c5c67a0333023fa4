import { IconTemplateOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useTemplates } from '../rooms/templateQueries'
import { AdminItem } from './AdminItem'
import { TemplateForm } from './TemplateForm'

/** One template: `/admin/templates/new`, or an id in the place of `new`. */
export function TemplatePage() {
  const { t } = useTranslation()
  const { templateId = 'new' } = useParams()
  return (
    <AdminItem
      id={templateId}
      list={useTemplates()}
      idOf={({ template_id: id }) => id}
      above={{ to: '/admin/templates', text: t('templates.title') }}
      add={t('templates.new')}
      failed={t('templates.failed')}
      icon={<IconTemplateOff size={30} />}
      gone={t('problems.template_not_found')}
    >
      {(template) => <TemplateForm key={templateId} template={template} />}
    </AdminItem>
  )
}
