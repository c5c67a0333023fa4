import { Radio, Text } from '@mantine/core'
import { IconBraces, IconFileTypePdf, IconMarkdown, IconWorld } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Format, formats } from './report'
import classes from './Report.module.css'

const icons = {
  pdf: IconFileTypePdf,
  html: IconWorld,
  md: IconMarkdown,
  json: IconBraces,
} satisfies Record<Format, unknown>

interface Props {
  value: Format
  disabled: boolean
  onChange: (format: Format) => void
}

export function FormatChoice({ value, disabled, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={t('report.format')}
      value={value}
      onChange={(format) => {
        onChange(format)
      }}
    >
      <div className={classes.formats}>
        {formats.map((format) => {
          const Icon = icons[format]
          return (
            <Radio.Card key={format} value={format} disabled={disabled} radius="md" className={classes.format}>
              <Radio.Indicator />
              <Icon size={22} aria-hidden />
              <span>
                <Text span fw={600} display="block">
                  {t(`report.formats.${format}`)}
                </Text>
                <Text span size="sm" c="dimmed">
                  {t(`report.for.${format}`)}
                </Text>
              </span>
            </Radio.Card>
          )
        })}
      </div>
    </Radio.Group>
  )
}
