import { Alert, Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ApiProblem } from '../../shared/api/problem'
import { AskingButton } from '../../shared/AskingButton'
import { useProblemText } from '../../shared/useProblemText'
import { type FieldDraft, fieldDraftsOf, fieldsOf, isSound } from '../rooms/fieldDraft'
import { FieldsEditor } from '../rooms/FieldsEditor'
import { IncidentTypeChoice } from '../rooms/IncidentTypeChoice'
import { Invitations } from '../rooms/Invitations'
import { codePoints, limits } from '../rooms/room'
import { SeverityChoice } from '../rooms/SeverityChoice'
import { type Template, templateLimits } from '../rooms/template'
import { useDeleteTemplate, useSaveTemplate } from '../rooms/templateQueries'
import formClasses from '../rooms/NewRoomPage.module.css'
import { AlarmLocations, useAlarmFault } from './AlarmLocations'
import { ChecklistEditor } from './ChecklistEditor'

type Draft = Omit<Template, 'template_id' | 'version' | 'checklist' | 'fields'> & {
  checklist: string[]
  fields: FieldDraft[]
}

const BLANK: Draft = {
  name: '',
  incident_type: 'equipment_failure',
  severity: 'medium',
  title: '',
  description: '',
  members: [],
  checklist: [],
  fields: [],
  alarm_locations: [],
}

function draftOf(template: Template): Draft {
  const { name, incident_type, severity, title, description, members, checklist, fields, alarm_locations } = template
  return {
    name,
    incident_type,
    severity,
    title,
    description,
    members,
    checklist: checklist.map(({ text }) => text),
    fields: fieldDraftsOf(fields),
    alarm_locations,
  }
}

/** `template`: the one to change; null for a new one. */
export function TemplateForm({ template }: { template: Template | null }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const navigate = useNavigate()
  const save = useSaveTemplate(template?.template_id ?? null)
  // The one that was opened: if somebody else changes it meanwhile, that must be told before it is overwritten.
  const [version] = useState(template?.version)
  const outdated = save.error instanceof ApiProblem && save.error.code === 'version_conflict'
  const atMost = (max: number) => (value: string) => (codePoints(value) > max ? t('newRoom.tooLong', { max }) : null)
  const alarmFault = useAlarmFault()
  const form = useForm<Draft>({
    initialValues: template === null ? BLANK : draftOf(template),
    validate: {
      name: (value) => (value.trim() === '' ? t('templates.nameMissing') : atMost(templateLimits.name)(value)),
      title: atMost(limits.title),
      description: atMost(limits.description),
      checklist: (steps) => steps.map(atMost(templateLimits.step)).find((fault) => fault !== null) ?? null,
      fields: (drafts) => (isSound(drafts) ? null : t('fields.faulty')),
      alarm_locations: (locations, { members }) => alarmFault(locations, members),
    },
  })

  const submit = form.onSubmit(async ({ checklist, fields: drafts, ...draft }) => {
    const steps = checklist.filter((text) => text.trim() !== '').map((text) => ({ text }))
    const fields = fieldsOf(drafts)
    try {
      await save.mutateAsync({ ...draft, checklist: steps, fields, version: outdated ? template?.version : version })
      await navigate('/admin/templates')
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) return
      for (const { field, message } of failure.errors) form.setFieldError(field, message)
    }
  })

  return (
    <form onSubmit={submit} noValidate className={formClasses.form}>
      <Stack gap="lg" className={formClasses.card}>
        <TextInput label={t('templates.name')} required {...form.getInputProps('name')} />
        <IncidentTypeChoice {...form.getInputProps('incident_type')} />
        <SeverityChoice {...form.getInputProps('severity')} />
        <TextInput
          label={t('templates.roomTitle')}
          description={t('templates.roomTitleHint')}
          {...form.getInputProps('title')}
        />
        <Textarea
          label={t('newRoom.description')}
          autosize
          minRows={3}
          maxRows={12}
          {...form.getInputProps('description')}
        />
      </Stack>
      <Stack gap="lg">
        <div className={formClasses.card}>
          <Invitations
            title={t('templates.members')}
            hint={t('templates.membersHint')}
            {...form.getInputProps('members')}
          />
        </div>
        <div className={formClasses.card}>
          <ChecklistEditor {...form.getInputProps('checklist')} />
        </div>
        <Stack gap="sm" className={formClasses.card}>
          <div>
            <Title order={2} size="h5">
              {t('fields.title')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('templates.fieldsHint')}
            </Text>
          </div>
          <FieldsEditor
            value={form.values.fields}
            checked={form.errors.fields !== undefined}
            onChange={(fields) => {
              form.setFieldValue('fields', fields)
            }}
          />
        </Stack>
        <div className={formClasses.card}>
          <AlarmLocations {...form.getInputProps('alarm_locations')} />
        </div>
        {save.isError && (
          <Alert color={outdated ? 'yellow' : 'red'} role="alert">
            {outdated ? t('templates.outdated') : problemText(save.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          {template !== null && <DeleteButton template={template} />}
          <Button type="submit" loading={form.submitting}>
            {outdated ? t('templates.saveAnyway') : t('app.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function DeleteButton({ template }: { template: Template }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const problemText = useProblemText()
  const remove = useDeleteTemplate(template.template_id)
  return (
    <>
      <AskingButton
        action={t('templates.delete')}
        icon={<IconTrash size={20} aria-hidden />}
        mr="auto"
        loading={remove.isPending}
        title={t('templates.deleteTitle', { name: template.name })}
        text={t('templates.deleteText')}
        onConfirm={() => {
          remove.mutate(undefined, { onSuccess: () => void navigate('/admin/templates') })
        }}
      />
      {remove.isError && (
        <Alert color="red" role="alert" flex="1 1 100%">
          {problemText(remove.error)}
        </Alert>
      )}
    </>
  )
}
