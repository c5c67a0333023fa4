import { Menu } from '@mantine/core'
import { IconPinnedOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Mark, marks } from '../../realtime/marks'
import { markIcons } from './markIcons'

interface Props {
  /** What the message is marked as now. */
  mark: Mark | null
  onMark: (mark: Mark | null) => void
}

/** In the menu of a message: what else it may be marked as. */
export function MarkMenu({ mark, onMark }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <Menu.Divider />
      {marks
        .filter((kind) => kind !== mark)
        .map((kind) => {
          const Icon = markIcons[kind]
          return (
            <Menu.Item
              key={kind}
              mih={44}
              leftSection={<Icon size={18} />}
              onClick={() => {
                onMark(kind)
              }}
            >
              {t(`marks.markAs.${kind}`)}
            </Menu.Item>
          )
        })}
      {mark !== null && (
        <Menu.Item
          mih={44}
          leftSection={<IconPinnedOff size={18} />}
          onClick={() => {
            onMark(null)
          }}
        >
          {t('marks.takeAway')}
        </Menu.Item>
      )}
      <Menu.Divider />
    </>
  )
}
