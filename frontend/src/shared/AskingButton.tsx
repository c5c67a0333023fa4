import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Question } from './Question'

interface Props extends Pick<ButtonProps, 'mr' | 'loading'> {
  /** Red, the default, for what cannot be undone. */
  color?: string
  /** What the button says, and the one that confirms it. */
  action: string
  icon: ReactNode
  title: string
  text: string
  onConfirm: () => void
}

/** A button for what is not done before it was asked. */
export function AskingButton({ action, icon, title, text, onConfirm, color, ...button }: Props) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="light"
        color={color ?? 'red'}
        {...button}
        leftSection={icon}
        onClick={() => {
          setAsking(true)
        }}
      >
        {action}
      </Button>
      {asking && (
        <Question
          title={title}
          text={text}
          action={action}
          color={color}
          onClose={() => {
            setAsking(false)
          }}
          onConfirm={onConfirm}
        />
      )}
    </>
  )
}
