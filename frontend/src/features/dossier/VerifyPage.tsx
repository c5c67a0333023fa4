import { Alert, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { Page } from '../../shared/Page'
import { checkDossier } from './checkDossier'
import { useDossierKeys } from './dossierQueries'
import { VerdictCard } from './VerdictCard'

/** Tells whether a dossier is as it was sealed. The file stays here. */
export function VerifyPage() {
  const { t } = useTranslation()
  const keys = useDossierKeys()
  const check = useMutation({
    mutationFn: async (file: File) => ({ name: file.name, verdict: await checkDossier(file, keys.data ?? null) }),
  })
  return (
    <Page title={t('verify.title')}>
      <Card title={t('verify.file')}>
        <Text c="dimmed">{t('verify.hint')}</Text>
        {keys.isError && <Alert color="yellow">{t('verify.noKeys')}</Alert>}
        <Dropzone
          onDrop={(files) => {
            if (files[0] !== undefined) check.mutate(files[0])
          }}
          multiple={false}
          loading={check.isPending || keys.isPending}
          inputProps={{ 'aria-label': t('verify.choose') }}
        >
          <Text ta="center" py="xl">
            {t('verify.choose')}
          </Text>
        </Dropzone>
        {check.isError && (
          <Alert color="red" role="alert">
            {t('verify.failed')}
          </Alert>
        )}
      </Card>
      {check.data !== undefined && <VerdictCard {...check.data} />}
    </Page>
  )
}
