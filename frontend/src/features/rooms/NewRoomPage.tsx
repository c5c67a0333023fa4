import { Alert, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDocumentTitle } from '@mantine/hooks'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ApiProblem } from '../../shared/api/problem'
import { Trail } from '../../shared/Trail'
import { useProblemText } from '../../shared/useProblemText'
import { useUser } from '../auth/currentSession'
import { IncidentTypeChoice } from './IncidentTypeChoice'
import { type Invitation, Invitations } from './Invitations'
import { codePoints, type IncidentType, limits, type Severity } from './room'
import { useCreateRoom } from './roomQueries'
import type { Template } from './template'
import { SeverityChoice } from './SeverityChoice'
import { FromTemplate, TemplateChoice } from './TemplateChoice'
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
  const me = useUser()
  const navigate = useNavigate()
  const create = useCreateRoom()
  const [template, setTemplate] = useState<Template | null>(null)
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

  const startFrom = (next: Template | null) => {
    const { title, description } = form.values
    // What somebody has written stays; what only came from the template before goes with it.
    const untouched = (value: string, given: string | undefined) => value.trim() === '' || value === given
    form.setValues({
      ...(next !== null && { incident_type: next.incident_type, severity: next.severity }),
      ...(untouched(title, template?.title) && { title: next?.title ?? '' }),
      ...(untouched(description, template?.description) && { description: next?.description ?? '' }),
    })
    setTemplate(next)
  }

  const open = form.onSubmit(async (draft) => {
    try {
      const room = await create.mutateAsync({
        ...draft,
        title: draft.title.trim(),
        template_id: template?.template_id,
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
          <TemplateChoice chosen={template} onChoose={startFrom} />
          <TextInput
            label={t('newRoom.what')}
            placeholder={t('newRoom.titlePlaceholder')}
            required
            autoFocus
            {...form.getInputProps('title')}
          />
          <IncidentTypeChoice {...form.getInputProps('incident_type')} />
          <SeverityChoice {...form.getInputProps('severity')} />
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
            <Invitations
              title={t('newRoom.people')}
              hint={t('newRoom.peopleHint')}
              exclude={[me.user_id]}
              {...form.getInputProps('members')}
            />
          </div>
          {template !== null && template.members.length + template.checklist.length > 0 && (
            <div className={classes.card}>
              <FromTemplate template={template} />
            </div>
          )}
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
