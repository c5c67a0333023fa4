import { ActionIcon, Loader, Menu, Popover } from '@mantine/core'
import { IconArrowBackUp, IconCopy, IconDots, IconMoodPlus, IconPencil, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageEntry } from '../../realtime/entries'
import type { PendingCommand } from '../../realtime/pending'
import { copy } from '../../shared/copy'
import { Question } from '../../shared/Question'
import { MarkMenu } from '../marks/MarkMenu'
import { withOwnMark } from '../marks/ownMark'
import { textOf } from './MessageContent'
import { allowedOn } from './permissions'
import { withOwn } from './reactions'
import { useInRoom } from './roomContext'
import classes from './Message.module.css'

const EmojiChoice = lazy(async () => ({ default: (await import('./EmojiChoice')).EmojiChoice }))

interface Props {
  message: MessageEntry
  commands: readonly PendingCommand[]
}

/** What one can do with a message. What opens from it is made only then: there is one of these for each message. */
export function MessageActions({ message, commands }: Props) {
  const { t } = useTranslation()
  const { conversation, reply, edit, ...standing } = useInRoom()
  const [opened, setOpened] = useState<'emoji' | 'menu' | 'delete' | null>(null)
  const [openedAt, setOpenedAt] = useState(0)
  const allowed = allowedOn(message, standing, openedAt)

  const toggle = (what: 'emoji' | 'menu') => {
    setOpenedAt(Date.now())
    setOpened((before) => (before === what ? null : what))
  }
  const close = () => {
    setOpened(null)
  }
  // The question before a deletion opens from the menu as that closes.
  const closeMenu = () => {
    setOpened((before) => (before === 'menu' ? null : before))
  }
  const react = (emoji: string) => {
    const mine = withOwn(message.reactions, commands).some((each) => each.emoji === emoji && each.mine)
    conversation.command({ type: mine ? 'remove_reaction' : 'add_reaction', message_id: message.message_id, emoji })
    close()
  }

  const menuButton = (
    <ActionIcon
      color="gray"
      aria-label={t('message.more')}
      aria-haspopup="menu"
      aria-expanded={opened === 'menu'}
      onClick={() => {
        toggle('menu')
      }}
    >
      <IconDots size={20} />
    </ActionIcon>
  )
  const emojiButton = (
    <ActionIcon
      color="gray"
      aria-label={t('message.react')}
      title={t('message.react')}
      aria-haspopup="dialog"
      aria-expanded={opened === 'emoji'}
      onClick={() => {
        toggle('emoji')
      }}
    >
      <IconMoodPlus size={20} />
    </ActionIcon>
  )
  return (
    <div className={classes.actions} data-opened={opened !== null || undefined}>
      {allowed.react &&
        (opened === 'emoji' ? (
          <Popover opened onChange={close} position="bottom-end" shadow="md" trapFocus returnFocus>
            <Popover.Target>{emojiButton}</Popover.Target>
            <Popover.Dropdown p={6} aria-label={t('message.react')}>
              <Suspense fallback={<Loader size="sm" m="md" aria-label={t('app.loading')} />}>
                <EmojiChoice onChoose={react} />
              </Suspense>
            </Popover.Dropdown>
          </Popover>
        ) : (
          emojiButton
        ))}
      {allowed.reply && (
        <ActionIcon
          className={classes.wide}
          color="gray"
          aria-label={t('message.reply')}
          title={t('message.reply')}
          onClick={() => {
            reply(message)
          }}
        >
          <IconArrowBackUp size={20} />
        </ActionIcon>
      )}
      {opened === 'menu' ? (
        <Menu opened onChange={closeMenu} returnFocus>
          <Menu.Target>{menuButton}</Menu.Target>
          <Menu.Dropdown>
            {allowed.reply && (
              <Menu.Item
                mih={44}
                leftSection={<IconArrowBackUp size={18} />}
                onClick={() => {
                  reply(message)
                }}
              >
                {t('message.reply')}
              </Menu.Item>
            )}
            {allowed.edit && (
              <Menu.Item
                mih={44}
                leftSection={<IconPencil size={18} />}
                onClick={() => {
                  edit(message)
                }}
              >
                {t('message.edit')}
              </Menu.Item>
            )}
            <Menu.Item
              mih={44}
              leftSection={<IconCopy size={18} />}
              onClick={() => {
                copy(textOf(message.content))
              }}
            >
              {t('message.copy')}
            </Menu.Item>
            {allowed.mark && (
              <MarkMenu
                mark={withOwnMark(message.mark, commands)}
                onMark={(mark) => {
                  conversation.command({ type: 'mark', message_id: message.message_id, mark })
                }}
              />
            )}
            {allowed.delete && (
              <Menu.Item
                mih={44}
                color="var(--mantine-color-error)"
                leftSection={<IconTrash size={18} />}
                onClick={() => {
                  setOpened('delete')
                }}
              >
                {t('message.delete')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        menuButton
      )}
      {opened === 'delete' && (
        <Question
          title={t('message.deleteTitle')}
          text={t('message.deleteText')}
          action={t('message.delete')}
          onClose={close}
          onConfirm={() => {
            conversation.command({ type: 'delete_message', message_id: message.message_id })
          }}
        />
      )}
    </div>
  )
}
