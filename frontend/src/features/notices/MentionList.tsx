import { Button, ScrollArea, Skeleton, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBellRinging } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import * as v from 'valibot'
import { messageFields } from '../../realtime/frames'
import { pageOf } from '../../shared/api/page'
import { RelativeTime } from '../../shared/RelativeTime'
import { useProblemText } from '../../shared/useProblemText'
import { api } from '../auth/currentSession'
import { textOf } from '../conversation/MessageContent'
import { askPermission, browserPermission } from './browserNotices'
import classes from './MentionList.module.css'

const Mentions = pageOf(v.object({ ...messageFields, room_id: v.string(), room_title: v.string() }))
const SHOWN = 20

/** The messages that mention one, newest first. */
export function MentionList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [permission, setPermission] = useState(browserPermission)
  const mentions = useQuery({
    queryKey: ['mentions'],
    queryFn: ({ signal }) => api.call('/api/me/mentions', Mentions, { query: { limit: SHOWN }, signal }),
  })
  return (
    <>
      <Title order={2} size="h5" mb="xs">
        {t('notices.title')}
      </Title>
      {mentions.isPending && <Skeleton height={120} role="status" aria-label={t('app.loading')} />}
      {mentions.isError && <Text role="alert">{problemText(mentions.error)}</Text>}
      {mentions.isSuccess && mentions.data.items.length === 0 && <Text c="dimmed">{t('notices.none')}</Text>}
      <ScrollArea.Autosize mah="60dvh" type="auto">
        <ul className={classes.list}>
          {mentions.data?.items.map((mention) => (
            <li key={mention.message_id}>
              <Link
                className={classes.mention}
                to={`/rooms/${mention.room_id}?at=${mention.sequence_number}`}
                onClick={onOpen}
              >
                <span className={classes.byline}>
                  <b>{mention.sender_name}</b> <RelativeTime at={mention.created_at} />
                </span>
                <span className={classes.text}>{textOf(mention.content)}</span>
                <span className={classes.room}>{mention.room_title}</span>
              </Link>
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
      {permission === 'default' && (
        <Button
          fullWidth
          variant="light"
          mt="sm"
          leftSection={<IconBellRinging size={18} />}
          onClick={() => void askPermission().then(setPermission)}
        >
          {t('notices.allow')}
        </Button>
      )}
    </>
  )
}
