import { TagsInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '../rooms/Invitations'
import { codePoints, limits } from '../rooms/room'
import { templateLimits } from '../rooms/template'

interface Props {
  value?: string[]
  error?: ReactNode
  onChange?: (value: string[]) => void
}

/** Where alarms of plant systems open rooms from a template. */
export function AlarmLocations(props: Props) {
  const { t } = useTranslation()
  return (
    <TagsInput
      label={t('templates.alarmLocations')}
      description={t('templates.alarmLocationsHint')}
      maxTags={templateLimits.alarmLocations}
      // A location may have a comma in its name.
      splitChars={[]}
      acceptValueOnBlur
      {...props}
    />
  )
}

/** What keeps alarms at these locations from opening rooms that somebody looks after; null for nothing. */
export function useAlarmFault(): (locations: readonly string[], members: readonly Invitation[]) => string | null {
  const { t } = useTranslation()
  return (locations, members) => {
    if (locations.some((location) => /\*./su.test(location))) return t('templates.alarmStar')
    if (locations.some((location) => codePoints(location) > limits.location)) {
      return t('newRoom.tooLong', { max: limits.location })
    }
    const ownerless = locations.length > 0 && !members.some(({ role }) => role === 'OWNER')
    return ownerless ? t('templates.alarmOwner') : null
  }
}
