import { Alert, Button, Group, Input, SegmentedControl, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDocumentTitle } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ApiProblem } from '../../shared/api/problem'
import { Trail } from '../../shared/Trail'
import { useProblemText } from '../../shared/useProblemText'
import { IncidentTypeChoice } from './IncidentTypeChoice'
import { type Invitation, Invitations } from './Invitations'
import { codePoints, type IncidentType, limits, severities, type Severity } from './room'
import { useCreateRoom } from './roomQueries'
import classes from './NewRoomPage.module.css'

interface Draft {
  title: string
  incident_type: IncidentType
  severity: Severity
  location: string
  description: string
  members: Invitation[]
}

export function NewRoomPage() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const create = useCreateRoom()
  useDocumentTitle(`${t('newRoom.title')} · ${t('app.name')}`)

  const atMost = (max: number) => (value: string) => (codePoints(value) > max ? t('newRoom.tooLong', { max }) : null)
  const form = useForm<Draft>({
    initialValues: {
      title: '',
      incident_type: 'equipment_failure',
      severity: 'medium',
      location: '',
      description: '',
      members: [],
    },
    validate: {
      title: (value) => (value.trim() === '' ? t('newRoom.titleMissing') : atMost(limits.title)(value)),
      location: atMost(limits.location),
      description: atMost(limits.description),
    },
  })

  const open = form.onSubmit(async ({ members, ...draft }) => {
    try {
      const room = await create.mutateAsync({
        ...draft,
        title: draft.title.trim(),
        members: members.map(({ person, role }) => ({ user_id: person.user_id, role })),
      })
      await navigate(`/rooms/${room.room_id}`, { replace: true })
    } catch (failure) {
      if (failure instanceof ApiProblem)
        for (const { field, message } of failure.errors) form.setFieldError(field, message)
    }
  })

  return (
    <div className={classes.page}>
      <Trail here={t('newRoom.title')} />
      <Title order={1} mt="xs">
        {t('newRoom.title')}
      </Title>
      <Text c="dimmed" mb="lg">
        {t('newRoom.lead')}
      </Text>
      <form onSubmit={open} noValidate className={classes.form}>
        <Stack gap="lg" className={classes.card}>
          <TextInput
            label={t('newRoom.what')}
            placeholder={t('newRoom.titlePlaceholder')}
            required
            autoFocus
            {...form.getInputProps('title')}
          />
          <IncidentTypeChoice {...form.getInputProps('incident_type')} />
          <div>
            <Input.Label labelElement="div" id="severity-label">
              {t('severity.label')}
            </Input.Label>
            <SegmentedControl
              fullWidth
              aria-labelledby="severity-label"
              data={[...severities].reverse().map((value) => ({ value, label: t(`severity.${value}`) }))}
              classNames={{ indicator: classes.severity }}
              attributes={{ indicator: { 'data-severity': form.values.severity } }}
              {...form.getInputProps('severity')}
            />
          </div>
          <TextInput
            label={t('newRoom.location')}
            placeholder={t('newRoom.locationPlaceholder')}
            {...form.getInputProps('location')}
          />
          <Textarea
            label={t('newRoom.description')}
            placeholder={t('newRoom.descriptionPlaceholder')}
            autosize
            minRows={4}
            maxRows={12}
            {...form.getInputProps('description')}
          />
        </Stack>
        <Stack gap="lg" className={classes.side}>
          <div className={classes.card}>
            <Invitations {...form.getInputProps('members')} />
          </div>
          {create.isError && (
            <Alert color="red" icon={<IconAlertTriangle />} role="alert">
              {problemText(create.error)}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button component={Link} to="/rooms" variant="default">
              {t('newRoom.cancel')}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t('newRoom.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  )
}
