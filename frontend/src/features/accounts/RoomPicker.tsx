import { useDebouncedValue } from '@mantine/hooks'
import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchPicker } from '../../shared/SearchPicker'
import { useRoomsByTitle } from '../rooms/roomQueries'

const SEARCH_DELAY_MS = 250

interface Props {
  /** Room ids. */
  exclude: readonly string[]
  onChoose: (roomId: string) => void
}

export function RoomPicker({ exclude, onChoose }: Props) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)
  const rooms = useRoomsByTitle(q)
  const found = (rooms.data ?? []).filter(({ room_id: id }) => !exclude.includes(id))

  const nothing = () => {
    if (rooms.isError) return t('rooms.failedTitle')
    return rooms.isFetching ? t('app.loading') : t('accounts.noRoom')
  }
  return (
    <SearchPicker
      label={t('accounts.addRoom')}
      placeholder={t('accounts.roomPlaceholder')}
      icon={<IconMessages size={18} aria-hidden />}
      typed={typed}
      onType={setTyped}
      found={found.map(({ room_id: value, title, status, location }) => ({
        value,
        label: title,
        detail: [t(`status.${status}`), location ?? ''].filter(Boolean).join(' · '),
      }))}
      nothing={nothing()}
      onChoose={onChoose}
    />
  )
}
