import { IconTemplate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchPicker } from '../../shared/SearchPicker'
import { useTemplates } from '../rooms/templateQueries'

interface Props {
  /** Template ids. */
  exclude: readonly string[]
  onChoose: (templateId: string) => void
}

export function TemplatePicker({ exclude, onChoose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const templates = useTemplates()
  const wanted = typed.trim().toLowerCase()
  const found = (templates.data ?? []).filter(
    ({ template_id: id, name }) => !exclude.includes(id) && name.toLowerCase().includes(wanted),
  )
  return (
    <SearchPicker
      label={t('accounts.addTemplate')}
      placeholder={t('accounts.templatePlaceholder')}
      icon={<IconTemplate size={18} aria-hidden />}
      typed={typed}
      onType={setTyped}
      found={found.map(({ template_id: value, name, incident_type: type }) => ({
        value,
        label: name,
        detail: t(`incidentType.${type}`),
      }))}
      nothing={templates.isError ? t('templates.failed') : t('accounts.noTemplate')}
      onChoose={onChoose}
    />
  )
}
