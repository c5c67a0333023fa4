import { IconBoxOff, IconDots, IconRulerMeasure, IconShieldExclamation, IconTool } from '@tabler/icons-react'
import type { IncidentType } from './room'

const icons = {
  equipment_failure: IconTool,
  material_shortage: IconBoxOff,
  quality_issue: IconRulerMeasure,
  safety: IconShieldExclamation,
  other: IconDots,
} satisfies Record<IncidentType, unknown>

export function IncidentTypeIcon({ type, size }: { type: IncidentType; size: number }) {
  const Icon = icons[type]
  return <Icon size={size} aria-hidden />
}
