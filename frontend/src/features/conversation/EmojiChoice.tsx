import { Divider, UnstyledButton } from '@mantine/core'
import { EmojiPicker } from 'frimousse'
import { useTranslation } from 'react-i18next'
import classes from './EmojiChoice.module.css'

/** What is said on a production line most of the time: yes, looking, done, watch out, thanks. */
const usual = ['👍', '👀', '✅', '⚠️', '🙏', '🎉']

/** The usual ones at hand, and all others by search, also in Chinese; their names come from this site. */
export function EmojiChoice({ onChoose }: { onChoose: (emoji: string) => void }) {
  const { t, i18n } = useTranslation()
  return (
    <div className={classes.choice}>
      <div className={classes.usual}>
        {usual.map((emoji) => (
          <UnstyledButton
            key={emoji}
            className={classes.emoji}
            aria-label={t('message.reactWith', { emoji })}
            onClick={() => {
              onChoose(emoji)
            }}
          >
            {emoji}
          </UnstyledButton>
        ))}
      </div>
      <Divider my={6} />
      <EmojiPicker.Root
        className={classes.picker}
        columns={7}
        locale={i18n.language === 'zh-TW' ? 'zh-hant' : 'en'}
        emojibaseUrl="/emoji"
        onEmojiSelect={({ emoji }) => {
          onChoose(emoji)
        }}
      >
        <EmojiPicker.Search
          className={classes.search}
          aria-label={t('message.searchEmoji')}
          placeholder={t('message.searchEmoji')}
        />
        <EmojiPicker.Viewport className={classes.viewport}>
          <EmojiPicker.Loading className={classes.state}>{t('app.loading')}</EmojiPicker.Loading>
          <EmojiPicker.Empty className={classes.state}>{t('message.noEmoji')}</EmojiPicker.Empty>
          <EmojiPicker.List
            className={classes.list}
            components={{
              CategoryHeader: ({ category, ...props }) => (
                <div className={classes.category} {...props}>
                  {category.label}
                </div>
              ),
              Emoji: ({ emoji, ...props }) => (
                <button type="button" className={classes.emoji} {...props}>
                  {emoji.emoji}
                </button>
              ),
            }}
          />
        </EmojiPicker.Viewport>
      </EmojiPicker.Root>
    </div>
  )
}
