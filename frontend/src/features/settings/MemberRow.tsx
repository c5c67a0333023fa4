import { ActionIcon, Menu, Select, Text } from '@mantine/core'
import { IconCrown, IconDots, IconUserMinus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { Question } from '../../shared/Question'
import type { Member } from '../rooms/members'
import { memberRoles } from '../rooms/room'
import classes from './Settings.module.css'
import type { MemberChange } from './settingsQueries'

interface Props {
  member: Member
  name: string
  isMe: boolean
  mayManage: boolean
  busy: boolean
  onChange: (change: MemberChange) => void
}

export function MemberRow({ member: { user_id: userId, role }, name, isMe, mayManage, busy, onChange }: Props) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<'remove' | 'transfer' | null>(null)
  return (
    <li className={classes.member} aria-busy={busy}>
      <PersonAvatar id={userId} name={name} />
      <div className={classes.name}>
        <Text fw={500} truncate>
          {name}
          {isMe && <span className={classes.you}>{t('room.you')}</span>}
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {userId}
        </Text>
      </div>
      {mayManage ? (
        <Select
          w={128}
          aria-label={t('newRoom.roleOf', { name })}
          allowDeselect={false}
          disabled={busy}
          data={memberRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          onChange={(chosen) => {
            if (chosen !== null && chosen !== role) onChange({ do: 'put', userId, role: chosen })
          }}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t(`role.${role}`)}
        </Text>
      )}
      {/* Oneself one takes out by leaving, which stands elsewhere. */}
      {mayManage && isMe && <span className={classes.noActions} />}
      {mayManage && !isMe && (
        <Menu>
          <Menu.Target>
            <ActionIcon color="gray" loading={busy} aria-label={t('settings.memberActions', { name })}>
              <IconDots size={20} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {role !== 'OWNER' && (
              <Menu.Item
                mih={44}
                leftSection={<IconCrown size={18} />}
                onClick={() => {
                  setAsking('transfer')
                }}
              >
                {t('settings.transfer')}
              </Menu.Item>
            )}
            <Menu.Item
              mih={44}
              color="var(--mantine-color-error)"
              leftSection={<IconUserMinus size={18} />}
              onClick={() => {
                setAsking('remove')
              }}
            >
              {t('settings.removeMember')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {asking !== null && (
        <Question
          title={t(`settings.${asking}Title`, { name })}
          text={t(`settings.${asking}Text`)}
          action={t(asking === 'remove' ? 'settings.removeMember' : 'settings.transfer')}
          color={asking === 'remove' ? undefined : 'petrol'}
          onClose={() => {
            setAsking(null)
          }}
          onConfirm={() => {
            onChange({ do: asking, userId })
          }}
        />
      )}
    </li>
  )
}
