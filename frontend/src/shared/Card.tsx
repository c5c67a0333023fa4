import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Card.module.css'

interface Props {
  title: string
  /** Stands beside the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page that can be told by its title. */
export function Card({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  )
}
