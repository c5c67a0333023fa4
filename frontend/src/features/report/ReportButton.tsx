import { ActionIcon } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileText } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../rooms/room'

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog')).ReportDialog }))

/** In the head of a room. */
export function ReportButton({ room }: { room: Room }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <ActionIcon
        variant="default"
        aria-label={t('report.title')}
        title={t('report.title')}
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconFileText size={20} />
      </ActionIcon>
      {opened && (
        <Suspense>
          <ReportDialog room={room} onClose={close} />
        </Suspense>
      )}
    </>
  )
}
