import { Checkbox, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KINDS, type Settings } from './settings'

/** The ways a system may tell by. */
export type Way = keyof Settings['kinds']['mention']

const NAMES = { feed: 'notifications.app', mail: 'notifications.mail', push: 'notifications.push' } as const

interface Props {
  value: Settings['kinds']
  ways: readonly Way[]
  onChange: (kinds: Settings['kinds']) => void
}

/** Each kind of notification, and by which ways it comes. */
export function KindsTable({ value, ways, onChange }: Props) {
  const { t } = useTranslation()
  const nameOf = (way: Way) => t(NAMES[way])
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          {ways.map((way) => (
            <Table.Th key={way}>{nameOf(way)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {KINDS.map((kind) => (
          <Table.Tr key={kind}>
            <Table.Td>{t(`notifications.kind.${kind}`)}</Table.Td>
            {ways.map((way) => (
              <Table.Td key={way}>
                <Checkbox
                  aria-label={t('notifications.way', { kind: t(`notifications.kind.${kind}`), way: nameOf(way) })}
                  checked={value[kind][way]}
                  onChange={(event) => {
                    onChange({ ...value, [kind]: { ...value[kind], [way]: event.currentTarget.checked } })
                  }}
                />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
