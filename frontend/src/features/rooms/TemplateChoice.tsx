import { List, Select, Stack, Text } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { accountOf, useDirectory } from '../people/people'
import type { Template } from './template'
import { useTemplates } from './templateQueries'

const NONE = 'none'

interface Props {
  chosen: Template | null
  onChoose: (template: Template | null) => void
}

/** Where there are templates: which of them a new incident starts from. */
export function TemplateChoice({ chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const templates = useTemplates().data ?? []
  if (templates.length === 0) return null
  return (
    <Select
      label={t('newRoom.template')}
      leftSection={<IconChecklist size={18} aria-hidden />}
      allowDeselect={false}
      data={[
        { value: NONE, label: t('newRoom.noTemplate') },
        ...templates.map(({ template_id: value, name }) => ({ value, label: name })),
      ]}
      value={chosen?.template_id ?? NONE}
      onChange={(id) => {
        onChoose(templates.find((template) => template.template_id === id) ?? null)
      }}
    />
  )
}

/** What comes with the template, besides what stands in the form. */
export function FromTemplate({ template }: { template: Template }) {
  const { t } = useTranslation()
  const people = useDirectory(template.members.map(({ user_id: id }) => id))
  return (
    <Stack gap="md">
      {template.members.length > 0 && (
        <div>
          <Text fw={600}>{t('newRoom.fromTemplate')}</Text>
          <List size="sm">
            {template.members.map(({ user_id: id, role }) => (
              <List.Item key={id}>
                {people.get(id)?.display_name ?? accountOf(id)} · {t(`role.${role}`)}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {template.checklist.length > 0 && (
        <div>
          <Text fw={600}>{t('newRoom.checklist')}</Text>
          <List type="ordered" size="sm">
            {template.checklist.map(({ text }, place) => (
              <List.Item key={place}>{text}</List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  )
}
