import { Button, Skeleton, Text } from '@mantine/core'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { StateMessage } from '../../shared/StateMessage'
import { SeverityBadge } from '../rooms/SeverityBadge'
import { useTemplates } from '../rooms/templateQueries'
import classes from './Admin.module.css'

export function TemplatesPage() {
  const { t } = useTranslation()
  const templates = useTemplates()
  return (
    <Page
      title={t('templates.title')}
      aside={
        <Button component={Link} to="/admin/templates/new" leftSection={<IconPlus size={20} />}>
          {t('templates.new')}
        </Button>
      }
    >
      {templates.isPending && <Skeleton height={200} role="status" aria-label={t('app.loading')} />}
      {templates.isError && (
        <FailureMessage
          title={t('templates.failed')}
          failure={templates.error}
          onRetry={() => void templates.refetch()}
        />
      )}
      {templates.data?.length === 0 && (
        <StateMessage
          icon={<IconTemplate size={30} />}
          title={t('templates.emptyTitle')}
          text={t('templates.emptyText')}
        />
      )}
      <ul className={classes.list} aria-label={t('templates.title')}>
        {templates.data?.map((template) => (
          <li key={template.template_id} className={classes.template}>
            <div>
              <Link to={`/admin/templates/${template.template_id}`} className={classes.name}>
                {template.name}
              </Link>
              <Text size="sm" c="dimmed">
                {t(`incidentType.${template.incident_type}`)} ·{' '}
                {t('templates.people', { count: template.members.length })} ·{' '}
                {t('templates.steps', { count: template.checklist.length })}
              </Text>
            </div>
            <SeverityBadge severity={template.severity} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
