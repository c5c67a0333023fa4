import { Button } from '@mantine/core'
import { IconMapPinQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StateMessage } from '../shared/StateMessage'

export function NotFoundPage() {
  const { t } = useTranslation()
  return (
    <StateMessage
      icon={<IconMapPinQuestion size={30} />}
      title={t('app.notFoundTitle')}
      text={t('app.notFoundText')}
      action={
        <Button component={Link} to="/rooms" variant="light">
          {t('app.toIncidents')}
        </Button>
      }
    />
  )
}
