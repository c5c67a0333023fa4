import { Button, Skeleton, Stack } from '@mantine/core'
import { IconListSearch, IconMoodEmpty } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiProblem } from '../../shared/api/problem'
import { FailureMessage } from '../../shared/FailureMessage'
import { RelativeTime } from '../../shared/RelativeTime'
import { StateMessage } from '../../shared/StateMessage'
import { useRoom } from '../rooms/roomQueries'
import { Highlight } from './Highlight'
import { type Hit, type Search, useSearch } from './searchQueries'
import classes from './Search.module.css'

/** What was found, newest first; each leads to its place in the room. */
export function SearchResults(search: Search) {
  const { t } = useTranslation()
  const found = useSearch(search)
  if (search.q === '') {
    return (
      <StateMessage icon={<IconListSearch size={30} />} title={t('search.startTitle')} text={t('search.startText')} />
    )
  }
  if (found.isPending) return <Skeleton height={180} role="status" aria-label={t('app.loading')} />
  // A question without any word in it, like a lone quotation mark.
  const noWord = found.error instanceof ApiProblem && found.error.code === 'invalid_field'
  if (found.isError && !noWord) {
    return <FailureMessage title={t('search.failedTitle')} failure={found.error} onRetry={() => void found.refetch()} />
  }
  const hits = found.data?.pages.flatMap((page) => page.items) ?? []
  if (noWord || hits.length === 0) {
    return <StateMessage icon={<IconMoodEmpty size={30} />} title={t('search.noneTitle')} text={t('search.noneText')} />
  }
  return (
    <Stack gap="sm" data-refreshing={found.isPlaceholderData || undefined}>
      <ol className={classes.hits} aria-label={t('search.results')}>
        {hits.map((hit) => (
          <HitItem key={hit.message.message_id} hit={hit} withRoom={search.roomId === undefined} />
        ))}
      </ol>
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('app.loadMore')}
        </Button>
      )}
    </Stack>
  )
}

function HitItem({ hit, withRoom }: { hit: Hit; withRoom: boolean }) {
  const { message, room_id: roomId, highlights } = hit
  return (
    <li>
      <Link className={classes.hit} to={`/rooms/${roomId}?at=${message.sequence_number}`}>
        {withRoom && <RoomTitle roomId={roomId} />}
        <span className={classes.byline}>
          <b>{message.sender_name}</b>
          <RelativeTime at={message.created_at} />
        </span>
        {highlights.map((html, index) => (
          <Highlight key={index} html={html} />
        ))}
      </Link>
    </li>
  )
}

function RoomTitle({ roomId }: { roomId: string }) {
  const room = useRoom(roomId)
  return <span className={classes.room}>{room.data?.title ?? '…'}</span>
}
