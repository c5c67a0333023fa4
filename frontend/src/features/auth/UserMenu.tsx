import { ActionIcon, Menu, Text, VisuallyHidden } from '@mantine/core'
import {
  IconBellCog,
  IconCalendarTime,
  IconDevices,
  IconLogout,
  IconRobot,
  IconRosetteDiscountCheck,
  IconTemplate,
  IconUserShield,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { isAdmin, session, useUser } from './currentSession'

export function UserMenu() {
  const { t } = useTranslation()
  const user = useUser()
  return (
    <Menu width={240}>
      <Menu.Target>
        <ActionIcon radius="xl" bd="2px solid rgb(255 255 255 / 50%)">
          <PersonAvatar id={user.user_id} name={user.display_name} />
          <VisuallyHidden>{t('session.userMenu', { name: user.display_name })}</VisuallyHidden>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={600} c="var(--mantine-color-text)">
            {user.display_name}
          </Text>
          <Text size="xs">{user.email ?? user.user_id}</Text>
          {user.department !== null && <Text size="xs">{user.department}</Text>}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item mih={44} component={Link} to="/sessions" leftSection={<IconDevices size={18} />}>
          {t('sessions.mine')}
        </Menu.Item>
        <Menu.Item mih={44} component={Link} to="/notification-settings" leftSection={<IconBellCog size={18} />}>
          {t('notifications.settings')}
        </Menu.Item>
        <Menu.Item mih={44} component={Link} to="/verify" leftSection={<IconRosetteDiscountCheck size={18} />}>
          {t('verify.title')}
        </Menu.Item>
        {isAdmin(user) && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('role.ADMIN')}</Menu.Label>
            <Menu.Item mih={44} component={Link} to="/admin/templates" leftSection={<IconTemplate size={18} />}>
              {t('templates.title')}
            </Menu.Item>
            <Menu.Item mih={44} component={Link} to="/admin/service-accounts" leftSection={<IconRobot size={18} />}>
              {t('accounts.title')}
            </Menu.Item>
            <Menu.Item mih={44} component={Link} to="/admin/shifts" leftSection={<IconCalendarTime size={18} />}>
              {t('handover.schedule')}
            </Menu.Item>
            <Menu.Item mih={44} component={Link} to="/admin/sessions" leftSection={<IconUserShield size={18} />}>
              {t('sessions.others')}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item mih={44} leftSection={<IconLogout size={18} />} onClick={() => void session.signOut()}>
          {t('session.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
