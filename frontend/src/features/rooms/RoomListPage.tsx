import { Button, Group, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { isAdmin, useUser } from '../auth/currentSession'
import { filterIn } from './roomFilter'
import { RoomFilters } from './RoomFilters'
import { RoomList } from './RoomList'
import { useRoomFilter } from './useRoomFilter'
import classes from './RoomListPage.module.css'

/** The filter lives in the address, so that it survives a reload and can be sent to a colleague. */
export function RoomListPage() {
  const { t } = useTranslation()
  const me = useUser()
  const [filter, change] = useRoomFilter()
  useDocumentTitle(`${t('rooms.title')} · ${t('app.name')}`)

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
