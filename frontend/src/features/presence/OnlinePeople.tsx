import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../realtime/frames'
import { PersonAvatar } from '../../shared/PersonAvatar'
import classes from './OnlinePeople.module.css'

export function OnlinePeople({ online, me }: { online: readonly Person[]; me: string }) {
  const { t } = useTranslation()
  return (
    <section>
      <Title order={2} size="h6" mb="xs">
        {t('presence.title')} <span className={classes.count}>{online.length}</span>
      </Title>
      {online.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('presence.nobody')}
        </Text>
      ) : (
        <ul className={classes.people} aria-label={t('presence.title')}>
          {online.map((person) => (
            <li key={person.user_id} className={classes.person}>
              <span className={classes.avatar}>
                <PersonAvatar id={person.user_id} name={person.display_name} size={32} />
              </span>
              <span className={classes.name}>{person.display_name}</span>
              {person.user_id === me && <span className={classes.you}>{t('room.you')}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
