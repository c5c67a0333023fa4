import { Alert, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../shared/api/problem'
import { useCountdown } from '../../shared/useCountdown'
import { useProblemText } from '../../shared/useProblemText'
import { session } from './currentSession'
import classes from './SignInPage.module.css'

/** `notice`: why a session that this tab had is over. */
export function SignInForm({ notice }: { notice: 'ended' | 'other_user' | null }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const [failure, setFailure] = useState<unknown>(null)
  const [secondsLeft, countDownFrom] = useCountdown()
  /** Only this name has to wait; the next person at this tablet does not. */
  const [throttled, setThrottled] = useState('')
  const form = useForm({
    initialValues: { username: '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? t('signIn.usernameMissing') : null),
      password: (value) => (value === '' ? t('signIn.passwordMissing') : null),
    },
  })

  const signIn = form.onSubmit(async ({ username, password }) => {
    setFailure(null)
    try {
      await session.signIn(username.trim(), password)
    } catch (refusal) {
      setFailure(refusal)
      if (!(refusal instanceof ApiProblem)) return
      if (refusal.code === 'too_many_attempts') {
        countDownFrom(refusal.retryAfter ?? 0)
        setThrottled(username.trim())
      }
      if (refusal.code === 'invalid_credentials') {
        form.setFieldValue('password', '')
        form.getInputNode('password')?.focus()
      }
    }
  })

  const wait = (seconds: number) =>
    seconds < 60
      ? t('signIn.retryIn', { count: seconds })
      : t('signIn.retryInTime', { time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })

  return (
    <form className={classes.form} onSubmit={signIn} noValidate>
      <Stack gap="lg">
        <div>
          <Title order={1}>{t('signIn.title')}</Title>
          <Text c="dimmed">{t('signIn.hint')}</Text>
        </div>
        {notice !== null && failure === null && (
          <Alert color="petrol" role="status">
            {t(`signIn.${notice}`)}
          </Alert>
        )}
        {failure !== null && (
          <Alert color="red" icon={<IconAlertTriangle />} role="alert">
            {problemText(failure)}
            {/* A timer is not read out every second. */}
            {secondsLeft > 0 && <div role="timer">{wait(secondsLeft)}</div>}
          </Alert>
        )}
        <TextInput
          label={t('signIn.username')}
          description={t('signIn.usernameHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), size: '2.5rem' }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={form.submitting} disabled={secondsLeft > 0 && form.values.username.trim() === throttled}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  )
}
