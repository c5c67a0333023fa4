import { IconTemplateOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateMessage } from '../../shared/StateMessage'

export function NoSuchTemplate() {
  const { t } = useTranslation()
  return (
    <StateMessage
      alert
      icon={<IconTemplateOff size={30} />}
      title={t('app.notFoundTitle')}
      text={t('problems.template_not_found')}
    />
  )
}
