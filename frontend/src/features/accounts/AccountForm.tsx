import { Alert, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { codePoints } from '../rooms/room'
import { accountLimits } from './account'
import { type AccountDraft, dayOf, endOf } from './accountDraft'
import classes from './Accounts.module.css'
import { ScopeEditor } from './ScopeEditor'

interface Props {
  initial: AccountDraft
  hint?: string
  /** What the button says. */
  action: string
  failure: Error | null
  /** What to say in the place of the failure when somebody else was faster. */
  outdated?: string
  /** Rejects with what the server has against it. */
  onSubmit: (draft: AccountDraft) => Promise<unknown>
}

/** What the server calls a part of the form, where that is not its name here. */
const names: Record<string, string> = { expires_at: 'lastDay' }

export function AccountForm({ initial, hint, action, failure, outdated, onSubmit }: Props) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const atMost = (value: string, max: number) => (codePoints(value) > max ? t('newRoom.tooLong', { max }) : null)
  const form = useForm<AccountDraft>({
    initialValues: initial,
    validate: {
      name: (value) => (value.trim() === '' ? t('accounts.nameMissing') : atMost(value, accountLimits.name)),
      description: (value) => atMost(value, accountLimits.description),
      scope: ({ rooms, templates }) => {
        const size = rooms.length + templates.length
        if (size === 0) return t('accounts.scopeMissing')
        return size > accountLimits.scope ? t('accounts.scopeTooMany', { max: accountLimits.scope }) : null
      },
      lastDay: (day) => {
        const over = day !== '' && day !== initial.lastDay && Date.parse(endOf(day)) <= Date.now()
        return over ? t('accounts.dayOver') : null
      },
    },
  })

  const submit = form.onSubmit(async (draft) => {
    try {
      await onSubmit(draft)
    } catch (refusal) {
      if (!(refusal instanceof ApiProblem)) return
      for (const { field, message } of refusal.errors) form.setFieldError(names[field] ?? field, message)
    }
  })

  return (
    <form onSubmit={submit} noValidate className={classes.page}>
      <div className={classes.parts}>
        <Card title={t('accounts.about')}>
          <Stack gap="md">
            <TextInput
              label={t('accounts.name')}
              description={t('accounts.nameHint')}
              required
              {...form.getInputProps('name')}
            />
            <Textarea
              label={t('accounts.description')}
              description={t('accounts.descriptionHint')}
              autosize
              minRows={2}
              maxRows={8}
              {...form.getInputProps('description')}
            />
            <TextInput
              type="date"
              label={t('accounts.lastDay')}
              description={t('accounts.lastDayHint')}
              min={dayOf(new Date())}
              {...form.getInputProps('lastDay')}
            />
          </Stack>
        </Card>
        <Card title={t('accounts.scope')}>
          <ScopeEditor {...form.getInputProps('scope')} />
        </Card>
      </div>
      {failure !== null && (
        <Alert color={outdated === undefined ? 'red' : 'yellow'} role="alert">
          {outdated ?? problemText(failure)}
        </Alert>
      )}
      <Group justify="flex-end">
        {hint !== undefined && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        <Button type="submit" loading={form.submitting}>
          {action}
        </Button>
      </Group>
    </form>
  )
}
