import { Button, Group, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { isAdmin, useUser } from '../auth/currentSession'
import { filterIn, paramsOf, type RoomFilter } from './roomFilter'
import { RoomFilters } from './RoomFilters'
import { RoomList } from './RoomList'
import classes from './RoomListPage.module.css'

/** The filter lives in the address, so that it survives a reload and can be sent to a colleague. */
export function RoomListPage() {
  const { t } = useTranslation()
  const me = useUser()
  const [params, setParams] = useSearchParams()
  const filter = filterIn(params)
  useDocumentTitle(`${t('rooms.title')} · ${t('app.name')}`)

  // The router takes a moment to come to a new address; two changes in quick succession must both be in it.
  const latest = useRef(filter)
  useEffect(() => {
    latest.current = filterIn(params)
  }, [params])
  const change = (part: Partial<RoomFilter>) => {
    latest.current = { ...latest.current, ...part }
    setParams(paramsOf(latest.current), { replace: true })
  }
  const clear = () => {
    const { status, severities, types, location, q } = filterIn(new URLSearchParams())
    change({ status, severities, types, location, q })
  }

  return (
    <div className={classes.page}>
      <Group justify="space-between" mb="md">
        <Title order={1}>{t('rooms.title')}</Title>
        <Button component={Link} to="/rooms/new" leftSection={<IconPlus size={20} />}>
          {t('rooms.new')}
        </Button>
      </Group>
      <RoomFilters filter={filter} maySeeAll={isAdmin(me)} onChange={change} onClear={clear} />
      <RoomList filter={filter} onClearFilter={clear} />
    </div>
  )
}
