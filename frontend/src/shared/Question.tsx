import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  title: string
  text: string
  /** What the button says that does it. */
  action: string
  /** Red, the default, for what cannot be undone. */
  color?: string
  onClose: () => void
  onConfirm: () => void
}

/** Asks before something that cannot be taken back, or whose button lies close to others. */
export function Question({ title, text, action, color = 'red.9', onClose, onConfirm }: Props) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={title}
      closeButtonProps={{ 'aria-label': t('app.close'), size: '2.75rem' }}
    >
      <Text>{text}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          color={color}
          data-autofocus
          onClick={() => {
            onConfirm()
            onClose()
          }}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
