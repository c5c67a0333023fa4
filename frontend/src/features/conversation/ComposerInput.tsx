import { Combobox, Text, Textarea, useCombobox } from '@mantine/core'
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../realtime/frames'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { useUser } from '../auth/currentSession'
import { type Mentioning, mentioningAt, suggestionsFor } from './mentioning'
import classes from './Composer.module.css'

interface Props {
  input: RefObject<HTMLTextAreaElement | null>
  text: string
  error: string | null
  members: readonly Person[]
  onText: (text: string) => void
  onMention: (person: Person) => void
  onSend: () => void
  onCancel: () => void
  /** The up arrow in an empty field: to what one said last. */
  onUp: () => void
  onFiles: (files: readonly File[]) => void
}

/** The field one writes in, which completes the names of members behind an `@`. */
export function ComposerInput(props: Props) {
  const { input, text, error, members, onText, onMention, onSend, onCancel, onUp, onFiles } = props
  const { t } = useTranslation()
  const me = useUser()
  const [mentioning, setMentioning] = useState<Mentioning | null>(null)
  const suggestions = mentioning === null ? [] : suggestionsFor(mentioning.typed, members, me.user_id)
  const suggesting = suggestions.length > 0
  const combobox = useCombobox({ opened: suggesting })

  const look = (element: HTMLTextAreaElement) => {
    setMentioning(mentioningAt(element.value, element.selectionStart))
    combobox.selectFirstOption()
  }

  const choose = (userId: string) => {
    const person = suggestions.find((each) => each.user_id === userId)
    const element = input.current
    if (person === undefined || mentioning === null || element === null) return
    const end = mentioning.from + 1 + mentioning.typed.length
    const before = `${text.slice(0, mentioning.from)}@${person.display_name} `
    onText(before + text.slice(end).replace(/^ /, ''))
    onMention(person)
    setMentioning(null)
    requestAnimationFrame(() => {
      element.setSelectionRange(before.length, before.length)
    })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isChoosingCharacters(event)) return
    if (suggesting && event.key === 'Tab') {
      event.preventDefault()
      combobox.clickSelectedOption()
    } else if (event.key === 'Escape') {
      if (suggesting) setMentioning(null)
      else onCancel()
    } else if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault()
      onUp()
    } else if (event.key === 'Enter' && !event.shiftKey && !suggesting) {
      event.preventDefault()
      onSend()
    }
  }

  const attachPasted = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files]
    if (pasted.length === 0) return
    event.preventDefault()
    onFiles(pasted)
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="top-start" shadow="md" width={280}>
      <Combobox.Target withKeyboardNavigation={suggesting}>
        <Textarea
          ref={input}
          className={classes.input}
          aria-label={t('composer.label')}
          placeholder={t('composer.placeholder')}
          autosize
          minRows={1}
          maxRows={8}
          value={text}
          error={error}
          onChange={(event) => {
            onText(event.currentTarget.value)
            look(event.currentTarget)
          }}
          onClick={(event) => {
            look(event.currentTarget)
          }}
          onBlur={() => {
            setMentioning(null)
          }}
          onKeyDown={onKeyDown}
          onPaste={attachPasted}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!suggesting}>
        <Combobox.Options aria-label={t('composer.mention')}>
          {suggestions.map((person) => (
            <Combobox.Option key={person.user_id} value={person.user_id} className={classes.person}>
              <PersonAvatar id={person.user_id} name={person.display_name} size={28} />
              <span>
                <Text size="sm">{person.display_name}</Text>
                <Text size="xs" c="dimmed">
                  {person.user_id}
                </Text>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** In Chinese input, Enter takes the suggested characters. Safari says so only by the old key code. */
function isChoosingCharacters({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return nativeEvent.isComposing || nativeEvent.keyCode === 229
}
