import { Button, Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { FailureMessage } from '../../shared/FailureMessage'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { RelativeTime } from '../../shared/RelativeTime'
import { useCalled, useDirectory } from '../people/people'
import { useActivityText } from './activityText'
import classes from './Settings.module.css'
import { useActivity } from './settingsQueries'

/** What was changed in the room, by whom and when; newest first. */
export function ActivityCard({ roomId }: { roomId: string }) {
  const { t } = useTranslation()
  const activity = useActivity(roomId)
  const entries = activity.data?.pages.flatMap((page) => page.items) ?? []
  const involved = entries.flatMap(({ changed_by: by, to }) =>
    typeof to.member_id === 'string' ? [by, to.member_id] : [by],
  )
  const people = useDirectory([...new Set(involved)])
  const called = useCalled()
  const nameOf = (id: string) => people.get(id)?.display_name ?? called(id)
  const textOf = useActivityText(nameOf)
  return (
    <Card title={t('activity.title')}>
      {activity.isPending && <Skeleton height={160} role="status" aria-label={t('app.loading')} />}
      {activity.isError && (
        <FailureMessage
          title={t('activity.failed')}
          failure={activity.error}
          onRetry={() => void activity.refetch()}
        />
      )}
      <ol className={classes.activity} aria-label={t('activity.title')}>
        {entries.map((entry) => {
          const [said, details] = textOf(entry)
          return (
            <li key={entry.version} className={classes.entry}>
              <PersonAvatar id={entry.changed_by} name={nameOf(entry.changed_by)} size={30} />
              <div className={classes.name}>
                <div className={classes.said}>{said}</div>
                {details.map((line) => (
                  <Text key={line} size="sm" className={classes.detail}>
                    {line}
                  </Text>
                ))}
                <Text size="xs" c="dimmed">
                  <RelativeTime at={entry.changed_at} />
                </Text>
              </div>
            </li>
          )
        })}
      </ol>
      {activity.hasNextPage && (
        <Button
          variant="default"
          loading={activity.isFetchingNextPage}
          onClick={() => void activity.fetchNextPage()}
        >
          {t('app.loadMore')}
        </Button>
      )}
    </Card>
  )
}
