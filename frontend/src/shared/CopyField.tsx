import { Button, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copy } from './copy'

/** What people take elsewhere letter by letter. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const { t } = useTranslation()
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        value={value}
        readOnly
        error={outcome === 'failed' && t('app.copyFailed')}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        inputWrapperOrder={['label', 'error', 'input']}
        onFocus={(event) => {
          event.currentTarget.select()
        }}
      />
      <Button
        variant="default"
        aria-label={t('app.copyOf', { label })}
        leftSection={outcome === 'copied' ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
        onClick={() => {
          setOutcome(copy(value) ? 'copied' : 'failed')
        }}
      >
        <span role="status">{outcome === 'copied' ? t('app.copied') : t('app.copy')}</span>
      </Button>
    </Group>
  )
}
