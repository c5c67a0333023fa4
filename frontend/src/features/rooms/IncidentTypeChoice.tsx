import { Radio, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { IncidentTypeIcon } from './IncidentTypeIcon'
import { type IncidentType, incidentTypes } from './room'
import classes from './NewRoomPage.module.css'

interface Props {
  value?: IncidentType
  onChange?: (value: string) => void
}

export function IncidentTypeChoice({ value, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Radio.Group label={t('incidentType.label')} value={value} onChange={onChange}>
      <div className={classes.types}>
        {incidentTypes.map((type) => (
          <Radio.Card key={type} value={type} radius="md" className={classes.type}>
            <IncidentTypeIcon type={type} size={20} />
            <Text size="sm" inherit>
              {t(`incidentType.${type}`)}
            </Text>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  )
}
