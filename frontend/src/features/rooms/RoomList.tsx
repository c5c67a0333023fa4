import { Button, Skeleton, Stack } from '@mantine/core'
import { IconMoodCheck, IconPlus, IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EndOfList } from '../../shared/EndOfList'
import { FailureMessage } from '../../shared/FailureMessage'
import { StateMessage } from '../../shared/StateMessage'
import { RoomRow } from './RoomRow'
import { isNarrow, type RoomFilter } from './roomFilter'
import { useRooms } from './roomQueries'
import classes from './RoomList.module.css'

interface Props {
  filter: RoomFilter
  onClearFilter: () => void
}

export function RoomList({ filter, onClearFilter }: Props) {
  const { t } = useTranslation()
  const rooms = useRooms(filter)

  if (rooms.isPending) {
    return (
      <Stack gap="xs" aria-busy aria-label={t('app.loading')} role="status">
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} height={84} />
        ))}
      </Stack>
    )
  }
  if (rooms.isError && rooms.data === undefined) {
    return <FailureMessage title={t('rooms.failedTitle')} failure={rooms.error} onRetry={() => void rooms.refetch()} />
  }

  const items = rooms.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return !isNarrow(filter) ? (
      <StateMessage
        icon={<IconMoodCheck size={30} />}
        title={t('rooms.emptyTitle')}
        text={t('rooms.emptyText')}
        action={
          <Button component={Link} to="/rooms/new" variant="light" leftSection={<IconPlus size={20} />}>
            {t('rooms.new')}
          </Button>
        }
      />
    ) : (
      <StateMessage
        icon={<IconSearchOff size={30} />}
        title={t('rooms.noMatchTitle')}
        text={t('rooms.noMatchText')}
        action={
          <Button variant="light" onClick={onClearFilter}>
            {t('rooms.clearFilter')}
          </Button>
        }
      />
    )
  }

  return (
    <div className={classes.scrolled}>
      <ul className={classes.list} aria-label={t('rooms.list')} data-refreshing={rooms.isPlaceholderData || undefined}>
        {items.map((room) => (
          <RoomRow key={room.room_id} room={room} />
        ))}
      </ul>
      <EndOfList pages={rooms} count={items.length} />
    </div>
  )
}
