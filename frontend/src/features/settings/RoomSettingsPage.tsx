import { Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { useUser } from '../auth/currentSession'
import { DossierCard } from '../dossier/DossierCard'
import { ReportCard } from '../report/ReportCard'
import { useMemberList } from '../rooms/members'
import type { Room } from '../rooms/room'
import { useRoom } from '../rooms/roomQueries'
import { ActivityCard } from './ActivityCard'
import { ChecklistCard } from './ChecklistCard'
import { DetailsCard } from './DetailsCard'
import { FieldsCard } from './FieldsCard'
import { FarewellCard } from './FarewellCard'
import { MembersCard } from './MembersCard'
import { allowedIn } from './permissions'
import classes from './Settings.module.css'
import { StatusCard } from './StatusCard'
import { SummaryCard } from './SummaryCard'

export function RoomSettingsPage() {
  const { t } = useTranslation()
  const { roomId = '' } = useParams()
  const room = useRoom(roomId)
  if (room.isError && room.data === undefined) {
    return <FailureMessage title={t('room.failedTitle')} failure={room.error} onRetry={() => void room.refetch()} />
  }
  return (
    <Page
      title={t('settings.title')}
      above={room.data === undefined ? [] : [{ to: `/rooms/${roomId}`, text: room.data.title }]}
    >
      {room.data === undefined ? (
        <Stack role="status" aria-label={t('app.loading')}>
          <Skeleton height={220} />
          <Skeleton height={160} />
        </Stack>
      ) : (
        <Settings key={roomId} room={room.data} />
      )}
    </Page>
  )
}

function Settings({ room }: { room: Room }) {
  const me = useUser()
  const members = useMemberList(room.room_id).data ?? []
  const allowed = allowedIn(
    room,
    members.some(({ user_id: id }) => id === me.user_id),
  )
  const roomId = room.room_id
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        {allowed.edit && <DetailsCard room={room} />}
        <StatusCard room={room} allowed={allowed} />
        <SummaryCard room={room} mayEdit={allowed.edit} />
        <ChecklistCard roomId={roomId} mayTick={allowed.tick} />
        <FieldsCard room={room} mayEdit={allowed.edit} />
      </div>
      <div className={classes.column}>
        <MembersCard roomId={roomId} mayManage={allowed.manageMembers} />
        <ActivityCard roomId={roomId} />
        <ReportCard room={room} />
        {allowed.seal && <DossierCard roomId={roomId} />}
        <FarewellCard roomId={roomId} allowed={allowed} />
      </div>
    </div>
  )
}
