import { Input, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { severities, type Severity } from './room'
import classes from './NewRoomPage.module.css'

interface Props {
  value?: Severity
  onChange?: (value: Severity) => void
}

export function SeverityChoice({ value, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div>
      <Input.Label labelElement="div" id={id}>
        {t('severity.label')}
      </Input.Label>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        data={[...severities].reverse().map((each) => ({ value: each, label: t(`severity.${each}`) }))}
        classNames={{ indicator: classes.severity }}
        attributes={{ indicator: { 'data-severity': value } }}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
