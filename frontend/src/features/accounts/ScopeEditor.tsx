import { ActionIcon, Input, Stack, Text } from '@mantine/core'
import { IconMessages, IconTemplate, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoom } from '../rooms/roomQueries'
import { useTemplates } from '../rooms/templateQueries'
import type { Scope } from './account'
import classes from './Accounts.module.css'
import { RoomPicker } from './RoomPicker'
import { TemplatePicker } from './TemplatePicker'

interface Props {
  value?: Scope
  error?: ReactNode
  onChange?: (value: Scope) => void
}

/** Where a machine may write. */
export function ScopeEditor({ value = { rooms: [], templates: [] }, error, onChange }: Props) {
  const { t } = useTranslation()
  const { rooms, templates } = value
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('accounts.scopeHint')}
      </Text>
      {error != null && <Input.Error role="alert">{error}</Input.Error>}
      <div>
        <TemplatePicker
          exclude={templates}
          onChoose={(templateId) => onChange?.({ rooms, templates: [...templates, templateId] })}
        />
        <ul className={classes.chosen} aria-label={t('templates.title')}>
          {templates.map((id) => (
            <ChosenTemplate
              key={id}
              templateId={id}
              onRemove={() => onChange?.({ rooms, templates: templates.filter((each) => each !== id) })}
            />
          ))}
        </ul>
      </div>
      <div>
        <RoomPicker exclude={rooms} onChoose={(roomId) => onChange?.({ rooms: [...rooms, roomId], templates })} />
        <ul className={classes.chosen} aria-label={t('rooms.title')}>
          {rooms.map((id) => (
            <ChosenRoom
              key={id}
              roomId={id}
              onRemove={() => onChange?.({ rooms: rooms.filter((each) => each !== id), templates })}
            />
          ))}
        </ul>
      </div>
    </Stack>
  )
}

function ChosenTemplate({ templateId, onRemove }: { templateId: string; onRemove: () => void }) {
  const { t } = useTranslation()
  const { data, isPending } = useTemplates()
  const template = data?.find(({ template_id: id }) => id === templateId)
  const gone = isPending ? '…' : t('accounts.templateGone', { id: templateId })
  return <Chosen icon={<IconTemplate size={20} aria-hidden />} name={template?.name ?? gone} onRemove={onRemove} />
}

function ChosenRoom({ roomId, onRemove }: { roomId: string; onRemove: () => void }) {
  const { t } = useTranslation()
  const { data, isPending } = useRoom(roomId)
  const gone = isPending ? '…' : t('accounts.roomGone', { id: roomId })
  return <Chosen icon={<IconMessages size={20} aria-hidden />} name={data?.title ?? gone} onRemove={onRemove} />
}

function Chosen({ icon, name, onRemove }: { icon: ReactNode; name: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <li className={classes.row}>
      {icon}
      <span className={classes.text}>{name}</span>
      <ActionIcon color="gray" aria-label={t('accounts.remove', { name })} onClick={onRemove}>
        <IconX size={20} />
      </ActionIcon>
    </li>
  )
}
