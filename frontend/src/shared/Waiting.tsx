import { Center, Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function Waiting() {
  const { t } = useTranslation()
  return (
    <Center h="100%" mih="12rem" role="status" aria-label={t('app.loading')}>
      <Loader type="dots" />
    </Center>
  )
}
