import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import type { Room } from '../rooms/room'
import { ReportDialog } from './ReportDialog'

/** In the settings of a room, for everybody in it. */
export function ReportCard({ room }: { room: Room }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <Card title={t('report.title')}>
      <Text c="dimmed">{t('report.about')}</Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileText size={20} aria-hidden />}
          aria-haspopup="dialog"
          onClick={open}
        >
          {t('report.make')}
        </Button>
      </Group>
      {opened && <ReportDialog room={room} onClose={close} />}
    </Card>
  )
}
