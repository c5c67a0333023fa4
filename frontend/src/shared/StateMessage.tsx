import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './StateMessage.module.css'

interface Props {
  icon: ReactNode
  title: string
  text: string
  action?: ReactNode
  /** Announces itself at once, for a failure. */
  alert?: boolean
}

/** What stands where content would: nothing there yet, or something went wrong and what to do. */
export function StateMessage({ icon, title, text, action, alert = false }: Props) {
  return (
    <div className={classes.state} role={alert ? 'alert' : undefined}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={440}>
        {text}
      </Text>
      {action}
    </div>
  )
}
