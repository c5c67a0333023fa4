import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Follows the system until it is used once. */
export function ColorSchemeToggle() {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const label = dark ? t('colorScheme.toLight') : t('colorScheme.toDark')
  return (
    <ActionIcon
      color="inherit"
      aria-label={label}
      title={label}
      onClick={() => {
        setColorScheme(dark ? 'light' : 'dark')
      }}
    >
      {dark ? <IconSun size={22} /> : <IconMoon size={22} />}
    </ActionIcon>
  )
}
