import { Alert, Checkbox, Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../shared/RelativeTime'
import { useProblemText } from '../../shared/useProblemText'
import { accountOf, useDirectory } from '../people/people'
import { type ChecklistItem, useTick } from './checklistQueries'
import classes from './Checklist.module.css'

interface Props {
  roomId: string
  items: readonly ChecklistItem[]
  mayTick: boolean
}

/** What is to be done, who did it and when. */
export function Checklist({ roomId, items, mayTick }: Props) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const tick = useTick(roomId)
  const people = useDirectory([...new Set(items.flatMap(({ done_by: id }) => id ?? []))])
  const done = items.filter((item) => item.done).length
  return (
    <div>
      <div className={classes.progress}>
        <Progress value={(100 * done) / items.length} flex={1} aria-label={t('checklist.progress')} />
        <Text size="sm" c="dimmed">
          {t('checklist.done', { done, all: items.length })}
        </Text>
      </div>
      {tick.isError && (
        <Alert color="red" role="alert" my="xs">
          {problemText(tick.error)}
        </Alert>
      )}
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.item_id}>
            <Checkbox
              size="md"
              classNames={{ body: classes.item, labelWrapper: classes.text, label: classes.label }}
              checked={item.done}
              disabled={!mayTick}
              label={item.text}
              description={
                item.done &&
                item.done_by !== null &&
                item.done_at !== null && (
                  <>
                    {people.get(item.done_by)?.display_name ?? accountOf(item.done_by)} ·{' '}
                    <RelativeTime at={item.done_at} />
                  </>
                )
              }
              onChange={(event) => {
                tick.mutate({ item_id: item.item_id, done: event.currentTarget.checked })
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
