import { Skeleton, Tabs } from '@mantine/core'
import { IconChartLine, IconFiles, IconInfoCircle, IconPinned, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Role } from '../../realtime/frames'
import { OnlinePeople } from '../presence/OnlinePeople'
import type { Room } from '../rooms/room'
import { RoomDetails } from './RoomDetails'
import classes from './RoomPanel.module.css'

const RoomFiles = lazy(async () => ({ default: (await import('../files/RoomFiles')).RoomFiles }))
const MarksPanel = lazy(async () => ({ default: (await import('../marks/MarksPanel')).MarksPanel }))
const ReadingsPanel = lazy(async () => ({ default: (await import('../readings/ReadingsPanel')).ReadingsPanel }))
const RoomSearch = lazy(async () => ({ default: (await import('../search/RoomSearch')).RoomSearch }))

interface Props {
  room: Room
  role: Role | null
  online: readonly Person[]
  me: string
}

const tabs = [
  { name: 'details', Icon: IconInfoCircle },
  { name: 'marks', Icon: IconPinned },
  { name: 'readings', Icon: IconChartLine },
  { name: 'files', Icon: IconFiles },
  { name: 'search', Icon: IconSearch },
] as const

/** What stands beside the timeline: who and what the room is, what matters in it, its numbers, its files, and search. */
export function RoomPanel({ room, role, online, me }: Props) {
  const { t } = useTranslation()
  const [tab, setTab] = useState<string | null>('details')
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} classNames={{ root: classes.root, panel: classes.panel }}>
      <Tabs.List grow aria-label={t('room.panel')}>
        {tabs.map(({ name, Icon }) => (
          <Tabs.Tab key={name} value={name} className={classes.tab}>
            <span className={classes.label}>
              <Icon size={20} aria-hidden />
              {t(`room.tabs.${name}`)}
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="details">
        <RoomDetails room={room} role={role} />
        <OnlinePeople online={online} me={me} />
      </Tabs.Panel>
      <Suspense fallback={<Skeleton height={200} m="md" role="status" aria-label={t('app.loading')} />}>
        <Tabs.Panel value="marks">
          <MarksPanel roomId={room.room_id} />
        </Tabs.Panel>
        <Tabs.Panel value="readings">
          <ReadingsPanel roomId={room.room_id} fields={room.fields} />
        </Tabs.Panel>
        <Tabs.Panel value="files">
          <RoomFiles roomId={room.room_id} />
        </Tabs.Panel>
        <Tabs.Panel value="search">
          <RoomSearch roomId={room.room_id} />
        </Tabs.Panel>
      </Suspense>
    </Tabs>
  )
}
