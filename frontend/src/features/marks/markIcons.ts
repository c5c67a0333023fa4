import { IconGavel, IconRulerMeasure, IconTarget, IconTool } from '@tabler/icons-react'
import type { Mark } from '../../realtime/marks'

export const markIcons = {
  root_cause: IconTarget,
  decision: IconGavel,
  action: IconTool,
  measurement: IconRulerMeasure,
} satisfies Record<Mark, unknown>
