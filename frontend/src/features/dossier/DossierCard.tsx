import { Alert, Anchor, Button, Group, Text } from '@mantine/core'
import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { useDossierDownload } from './dossierQueries'

/** For a room's owners: all of it, sealed. */
export function DossierCard({ roomId }: { roomId: string }) {
  const { t, i18n } = useTranslation()
  const problemText = useProblemText()
  const download = useDossierDownload(roomId)
  return (
    <Card title={t('dossier.title')}>
      <Text c="dimmed">{t('dossier.hint')}</Text>
      {download.isError && (
        <Alert color="red" role="alert">
          {problemText(download.error)}
        </Alert>
      )}
      <Group>
        <Button
          variant="default"
          leftSection={<IconRosetteDiscountCheck size={20} aria-hidden />}
          loading={download.isPending}
          onClick={() => {
            download.mutate(i18n.language)
          }}
        >
          {t('dossier.download')}
        </Button>
        <Anchor component={Link} to="/verify">
          {t('verify.title')}
        </Anchor>
      </Group>
    </Card>
  )
}
