import { IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SeverityBadge } from '../rooms/SeverityBadge'
import { useTemplates } from '../rooms/templateQueries'
import { AdminList } from './AdminList'

export function TemplatesPage() {
  const { t } = useTranslation()
  return (
    <AdminList
      title={t('templates.title')}
      path="/admin/templates"
      add={t('templates.new')}
      list={useTemplates()}
      failed={t('templates.failed')}
      icon={<IconTemplate size={30} />}
      emptyTitle={t('templates.emptyTitle')}
      emptyText={t('templates.emptyText')}
      idOf={({ template_id: id }) => id}
      detail={({ incident_type: type, members, checklist }) =>
        [
          t(`incidentType.${type}`),
          t('templates.people', { count: members.length }),
          t('templates.steps', { count: checklist.length }),
        ].join(' · ')
      }
      aside={({ severity }) => <SeverityBadge severity={severity} />}
    />
  )
}
