import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateMessage } from './StateMessage'
import { useProblemText } from './useProblemText'

interface Props {
  title: string
  failure: unknown
  onRetry: () => void
}

export function FailureMessage({ title, failure, onRetry }: Props) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  return (
    <StateMessage
      alert
      icon={<IconPlugConnectedX size={30} />}
      title={title}
      text={problemText(failure)}
      action={
        <Button variant="light" onClick={onRetry}>
          {t('app.tryAgain')}
        </Button>
      }
    />
  )
}
