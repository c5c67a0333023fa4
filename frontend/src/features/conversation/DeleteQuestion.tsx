import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Deleting cannot be undone, and the button lies close to others. */
export function DeleteQuestion({ onClose, onDelete }: { onClose: () => void; onDelete: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      title={t('message.deleteTitle')}
      closeButtonProps={{ 'aria-label': t('app.close'), size: '2.75rem' }}
    >
      <Text>{t('message.deleteText')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          onClick={() => {
            onDelete()
            onClose()
          }}
        >
          {t('message.delete')}
        </Button>
      </Group>
    </Modal>
  )
}
