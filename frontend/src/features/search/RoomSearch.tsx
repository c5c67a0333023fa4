import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchBox } from './SearchBox'
import { SearchResults } from './SearchResults'
import type { MessageType } from './searchQueries'

/** Search within one room, beside its timeline. */
export function RoomSearch({ roomId }: { roomId: string }) {
  const { t } = useTranslation()
  const [{ q, type }, setSearch] = useState<{ q: string; type: MessageType | null }>({ q: '', type: null })
  return (
    <>
      <SearchBox
        label={t('search.inRoom')}
        q={q}
        type={type}
        onChange={(words, of) => {
          setSearch({ q: words, type: of })
        }}
      />
      <SearchResults q={q} type={type} roomId={roomId} />
    </>
  )
}
