import { Button, Center } from '@mantine/core'
import { IconDoorOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { StateMessage } from '../../shared/StateMessage'

/** In place of a room that is not there, or not for this user. */
export function ClosedRoom({ title, text }: { title: string; text: string }) {
  const { t } = useTranslation()
  return (
    <Center h="100%">
      <StateMessage
        alert
        icon={<IconDoorOff size={30} />}
        title={title}
        text={text}
        action={
          <Button component={Link} to="/rooms" variant="light">
            {t('app.toIncidents')}
          </Button>
        }
      />
    </Center>
  )
}
