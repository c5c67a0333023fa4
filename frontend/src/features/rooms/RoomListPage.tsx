import { Button, Group, SegmentedControl, TextInput, Title } from '@mantine/core'
import { useDebouncedValue, useDocumentTitle } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { statuses } from './room'
import { RoomList } from './RoomList'
import classes from './RoomListPage.module.css'

const SEARCH_DELAY_MS = 300

/** The filter lives in the address, so that it survives a reload and can be sent to a colleague. */
export function RoomListPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const status = statuses.find((known) => known === params.get('status')) ?? null
  const q = params.get('q') ?? ''
  const [typed, setTyped] = useState(q)
  const [settled] = useDebouncedValue(typed.trim(), SEARCH_DELAY_MS)
  useDocumentTitle(`${t('rooms.title')} · ${t('app.name')}`)

  useEffect(() => {
    setParams((before) => withParam(before, 'q', settled), { replace: true })
  }, [settled, setParams])

  return (
    <div className={classes.page}>
      <Group justify="space-between" mb="lg">
        <Title order={1}>{t('rooms.title')}</Title>
        <Button component={Link} to="/rooms/new" leftSection={<IconPlus size={20} />}>
          {t('rooms.new')}
        </Button>
      </Group>
      <div className={classes.filters}>
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t('rooms.search')}
          placeholder={t('rooms.searchPlaceholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
          }}
        />
        <SegmentedControl
          aria-label={t('rooms.filterStatus')}
          value={status ?? 'all'}
          onChange={(value) => {
            setParams((before) => withParam(before, 'status', value === 'all' ? '' : value), { replace: true })
          }}
          data={[
            { value: 'all', label: t('rooms.all') },
            ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </div>
      <RoomList
        filter={{ status, q }}
        onClearFilter={() => {
          setTyped('')
          setParams({}, { replace: true })
        }}
      />
    </div>
  )
}

function withParam(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}
