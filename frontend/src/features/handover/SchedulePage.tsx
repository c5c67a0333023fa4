import { Alert, Button, Group, NumberInput, Select, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { Card } from '../../shared/Card'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { useProblemText } from '../../shared/useProblemText'
import { areSound, ShiftsEditor } from './ShiftsEditor'
import { type Schedule, scheduleLimits, useSaveSchedule, useSchedule } from './schedule'

/** When shifts change, for admins to set. */
export function SchedulePage() {
  const { t } = useTranslation()
  const schedule = useSchedule()
  return (
    <Page title={t('handover.schedule')}>
      {schedule.isPending && <Skeleton height={300} role="status" aria-label={t('app.loading')} />}
      {schedule.isError && schedule.data === undefined && (
        <FailureMessage
          title={t('handover.scheduleFailed')}
          failure={schedule.error}
          onRetry={() => void schedule.refetch()}
        />
      )}
      {schedule.data !== undefined && <ScheduleForm schedule={schedule.data} />}
    </Page>
  )
}

function ScheduleForm({ schedule }: { schedule: Schedule }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const save = useSaveSchedule()
  const [draft, setDraft] = useState(schedule)
  const { acknowledge_within_minutes: minutes, shifts, time_zone: zone } = draft
  const outdated = save.error instanceof ApiProblem && save.error.code === 'version_conflict'
  const sound = areSound(shifts) && minutes >= 1

  const change = (part: Partial<Schedule>) => {
    save.reset()
    setDraft({ ...draft, ...part })
  }
  const submit = () => {
    // After being told that somebody else was faster: in the place of theirs.
    const version = outdated ? schedule.version : draft.version
    save.mutate(
      { time_zone: zone, shifts, acknowledge_within_minutes: minutes, version },
      { onSuccess: setDraft },
    )
  }
  return (
    <Card title={t('handover.shifts')}>
      <Text c="dimmed">{t('handover.scheduleHint')}</Text>
      <Select
        label={t('handover.timeZone')}
        data={[...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])]}
        value={zone}
        searchable
        limit={100}
        allowDeselect={false}
        maw={320}
        onChange={(value) => {
          if (value !== null) change({ time_zone: value })
        }}
      />
      <ShiftsEditor
        value={shifts}
        onChange={(value) => {
          change({ shifts: value })
        }}
      />
      <NumberInput
        label={t('handover.within')}
        description={t('handover.withinHint')}
        min={1}
        max={scheduleLimits.minutes}
        allowDecimal={false}
        clampBehavior="strict"
        maw={320}
        value={minutes}
        onChange={(value) => {
          change({ acknowledge_within_minutes: Number(value) })
        }}
      />
      {save.isError && (
        <Alert color="red" role="alert">
          {outdated ? t('handover.outdated') : problemText(save.error)}
        </Alert>
      )}
      <Group justify="flex-end">
        <span role="status">{save.isSuccess && t('handover.saved')}</span>
        <Button loading={save.isPending} disabled={!sound} onClick={submit}>
          {outdated ? t('templates.saveAnyway') : t('handover.save')}
        </Button>
      </Group>
    </Card>
  )
}
