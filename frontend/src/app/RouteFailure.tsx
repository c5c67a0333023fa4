import { Button } from '@mantine/core'
import { IconTool } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { StateMessage } from '../shared/StateMessage'

/** A page that failed to render, or whose code is gone because a newer version was deployed. */
export function RouteFailure() {
  const { t } = useTranslation()
  const failure = useRouteError()
  const codeIsGone = failure instanceof TypeError && /import|module/i.test(failure.message)
  return (
    <StateMessage
      alert
      icon={<IconTool size={30} />}
      title={t('app.crashedTitle')}
      text={codeIsGone ? t('app.updatedText') : t('app.crashedText')}
      action={
        <Button
          onClick={() => {
            window.location.reload()
          }}
        >
          {t('app.reload')}
        </Button>
      }
    />
  )
}
