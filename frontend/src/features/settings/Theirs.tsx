import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  /** What others have put meanwhile; undefined if nothing. */
  text: string | undefined
  onTake: () => void
}

/** Under a field that one is typing in: what somebody else has put there meanwhile. */
export function Theirs({ text, onTake }: Props) {
  const { t } = useTranslation()
  if (text === undefined) return null
  return (
    <Group gap="xs" mt={4} role="status">
      <Text size="sm" fw={500} flex="1 1 12rem" style={{ overflowWrap: 'anywhere' }}>
        {text === '' ? t('settings.theirsEmpty') : t('settings.theirs', { value: text })}
      </Text>
      <Button variant="light" onClick={onTake}>
        {t('settings.takeTheirs')}
      </Button>
    </Group>
  )
}
