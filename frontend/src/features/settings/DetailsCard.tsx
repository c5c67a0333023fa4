import { Select, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { incidentTypes, type Room } from '../rooms/room'
import { SeverityChoice } from '../rooms/SeverityChoice'
import { DraftForm } from './DraftForm'

/** What the incident is called, how grave it is and where; for those who may change it. */
export function DetailsCard({ room }: { room: Room }) {
  const { t } = useTranslation()
  return (
    <Card title={t('settings.details')}>
      <DraftForm room={room} action={t('app.save')}>
        {({ typed, put, error, others }) => (
          <>
            <div>
              <TextInput
                label={t('newRoom.what')}
                required
                value={typed.title}
                error={error('title')}
                onChange={(event) => {
                  put('title', event.currentTarget.value)
                }}
              />
              {others('title')}
            </div>
            <div>
              <SeverityChoice
                value={typed.severity}
                onChange={(value) => {
                  put('severity', value)
                }}
              />
              {others('severity', (value) => t(`severity.${value}`))}
            </div>
            <div>
              <Select
                label={t('incidentType.label')}
                allowDeselect={false}
                data={incidentTypes.map((value) => ({ value, label: t(`incidentType.${value}`) }))}
                value={typed.incident_type}
                onChange={(value) => {
                  put('incident_type', value ?? typed.incident_type)
                }}
              />
              {others('incident_type', (value) => t(`incidentType.${value}`))}
            </div>
            <div>
              <TextInput
                label={t('newRoom.location')}
                placeholder={t('newRoom.locationPlaceholder')}
                value={typed.location}
                error={error('location')}
                onChange={(event) => {
                  put('location', event.currentTarget.value)
                }}
              />
              {others('location')}
            </div>
            <div>
              <Textarea
                label={t('newRoom.description')}
                autosize
                minRows={3}
                maxRows={12}
                value={typed.description}
                error={error('description')}
                onChange={(event) => {
                  put('description', event.currentTarget.value)
                }}
              />
              {others('description')}
            </div>
          </>
        )}
      </DraftForm>
    </Card>
  )
}
