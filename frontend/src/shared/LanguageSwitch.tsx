import { Button, Menu } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, type Language, languages } from '../i18n/i18n'

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const current = languages[i18n.language as Language]
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color="inherit"
          leftSection={<IconLanguage size={20} />}
          aria-label={t('language.label', { name: current })}
        >
          {current}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={i18n.language} onChange={(language) => void chooseLanguage(language as Language)}>
          {Object.entries(languages).map(([language, name]) => (
            <Menu.RadioItem key={language} value={language} lang={language} mih={44} closeMenuOnClick>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
