import { Alert, Button, Group, Input, Modal, Progress, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconDownload, IconExternalLink } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../i18n/i18n'
import { useProblemText } from '../../shared/useProblemText'
import type { Room } from '../rooms/room'
import { FormatChoice } from './FormatChoice'
import type { WantedReport } from './report'
import { useReport } from './useReport'

/** What the report of an incident is made as, and the making of it. */
export function ReportDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      size="lg"
      title={t('report.title')}
      closeButtonProps={{ 'aria-label': t('app.close'), size: '2.75rem' }}
    >
      <Making room={room} />
    </Modal>
  )
}

function Making({ room }: { room: Room }) {
  const { t, i18n } = useTranslation()
  const problemText = useProblemText()
  const languageId = useId()
  const [wanted, setWanted] = useState<WantedReport>({ format: 'pdf', language: i18n.language as Language })
  const { isPending, failure, waiting, ...report } = useReport(room)

  const want = (change: Partial<WantedReport>) => {
    report.reset()
    setWanted({ ...wanted, ...change })
  }
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('report.hint')}
      </Text>
      <FormatChoice
        value={wanted.format}
        disabled={isPending}
        onChange={(format) => {
          want({ format })
        }}
      />
      <div>
        <Input.Label labelElement="div" id={languageId} mb={5}>
          {t('report.language')}
        </Input.Label>
        <SegmentedControl
          fullWidth
          aria-labelledby={languageId}
          value={wanted.language}
          disabled={isPending}
          onChange={(language) => {
            want({ language: language as Language })
          }}
          data={Object.entries(languages).map(([value, label]) => ({ value, label: <span lang={value}>{label}</span> }))}
        />
      </div>
      <div role="status">
        {isPending && (
          <>
            <Text size="sm" mb={5}>
              {t('report.making')}
            </Text>
            <Progress value={100} animated aria-hidden />
          </>
        )}
        {waiting !== null && <Text size="sm">{t('report.ready')}</Text>}
      </div>
      {failure !== null && (
        <Alert color="red" role="alert">
          {problemText(failure)}
        </Alert>
      )}
      <Group justify="flex-end">
        {wanted.format === 'html' && (
          <Button
            variant="default"
            leftSection={<IconExternalLink size={20} aria-hidden />}
            disabled={isPending}
            onClick={() => {
              if (waiting === null) report.open(wanted)
              else report.show(waiting)
            }}
          >
            {t('report.open')}
          </Button>
        )}
        <Button
          leftSection={<IconDownload size={20} aria-hidden />}
          loading={isPending}
          onClick={() => {
            report.download(wanted)
          }}
        >
          {t('report.download')}
        </Button>
      </Group>
    </Stack>
  )
}
