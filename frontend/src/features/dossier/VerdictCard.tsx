import { Alert, Code, List, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import type { Verdict } from './finding'
import { findingLines } from './findingLines'

const colors = { proven: 'green', consistent: 'yellow', broken: 'red', refused: 'red' } as const

/** What a check has come to, in plain words. */
export function VerdictCard({ name, verdict }: { name: string; verdict: Verdict }) {
  const { t } = useTranslation()
  const { outcome, findings, manifest, keyId } = verdict
  return (
    <Card title={name}>
      <Alert color={colors[outcome]} title={t(`verify.outcome.${outcome}`)} role="status">
        {t(`verify.outcomeText.${outcome}`)}
        {findings.length > 0 && (
          <List mt="xs" aria-label={t('verify.found')}>
            {findingLines(findings, t).map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
      </Alert>
      {manifest !== null && (
        <>
          <Text>
            {t('verify.about', {
              title: manifest.room.title,
              who: manifest.made_by.display_name,
              id: manifest.made_by.user_id,
              at: manifest.made_at,
            })}
          </Text>
          <Text c="dimmed">
            {t('verify.contents', {
              events: manifest.events.entries.length,
              files: manifest.files.length,
              deleted: manifest.deleted_files.length,
            })}
          </Text>
          <Text c="dimmed">
            {t('verify.key')} <Code>{keyId}</Code>
          </Text>
        </>
      )}
    </Card>
  )
}
