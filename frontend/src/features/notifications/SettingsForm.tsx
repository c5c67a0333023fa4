import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { KindsTable } from './KindsTable'
import { QuietHoursFields } from './QuietHoursFields'
import { DIGESTS, type Settings, type StoredSettings, useSaveSettings } from './settings'
import { TimeField } from './TimeField'

const ZONES = Intl.supportedValuesOf('timeZone')
/** One of four hundred is found by typing. */
const ZONES_SHOWN = 20

export function SettingsForm({ stored }: { stored: StoredSettings }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { mail_available: withMail, push_available: withPush, ...settings } = stored
  const [typed, setTyped] = useState<Settings>(settings)
  const save = useSaveSettings()
  const change = (part: Partial<Settings>) => {
    save.reset()
    setTyped((before) => ({ ...before, ...part }))
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(typed)
      }}
    >
      <Stack>
        <Card title={t('notifications.what')}>
          <Text c="dimmed" mb="sm">
            {t(withMail ? 'notifications.whatHint' : 'notifications.noMail')}
          </Text>
          <KindsTable
            value={typed.kinds}
            ways={['feed', ...(withMail ? (['mail'] as const) : []), ...(withPush ? (['push'] as const) : [])]}
            onChange={(kinds) => {
              change({ kinds })
            }}
          />
        </Card>
        {withMail && (
          <Card title={t('notifications.mailTitle')}>
            <Stack gap="sm">
              <Select
                label={t('notifications.digest')}
                description={t('notifications.digestHint')}
                allowDeselect={false}
                data={DIGESTS.map((value) => ({ value, label: t(`notifications.digests.${value}`) }))}
                value={typed.mail_digest}
                onChange={(digest) => {
                  if (digest !== null) change({ mail_digest: digest })
                }}
              />
              {typed.mail_digest === 'shift_end' && (
                <TimeField
                  label={t('notifications.shiftEnd')}
                  value={typed.shift_end}
                  onChange={(shiftEnd) => {
                    change({ shift_end: shiftEnd })
                  }}
                />
              )}
            </Stack>
          </Card>
        )}
        {(withMail || withPush) && (
          <Card title={t('notifications.delivery')}>
            <Stack gap="sm">
              <Select
                label={t('notifications.timeZone')}
                limit={ZONES_SHOWN}
                searchable
                allowDeselect={false}
                data={ZONES.includes(typed.time_zone) ? ZONES : [typed.time_zone, ...ZONES]}
                value={typed.time_zone}
                onChange={(zone) => {
                  if (zone !== null) change({ time_zone: zone })
                }}
              />
              <Select
                label={t('notifications.language')}
                allowDeselect={false}
                data={[
                  { value: 'zh-TW', label: '繁體中文' },
                  { value: 'en', label: 'English' },
                ]}
                value={typed.language}
                onChange={(language) => {
                  if (language !== null) change({ language: language })
                }}
              />
              <QuietHoursFields
                value={typed.quiet_hours}
                onChange={(quietHours) => {
                  change({ quiet_hours: quietHours })
                }}
              />
            </Stack>
          </Card>
        )}
        {save.isError && (
          <Alert color="red" role="alert">
            {problemText(save.error)}
          </Alert>
        )}
        <Group justify="flex-end">
          <span role="status">{save.isSuccess && t('notifications.saved')}</span>
          <Button type="submit" loading={save.isPending}>
            {t('notifications.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
