import type { TFunction } from 'i18next'
import type { Finding } from './finding'

/** What findings are about, if that is counted. */
function place(finding: Finding): number | null {
  if (finding.kind === 'event_added') return finding.line
  return 'event' in finding ? (finding.event ?? null) : null
}

/** Findings about neighbours are one line. */
export function findingLines(findings: readonly Finding[], t: TFunction): string[] {
  const groups: { first: Finding; last: Finding }[] = []
  for (const finding of findings) {
    const group = groups.at(-1)
    const before = group === undefined ? null : place(group.last)
    if (group !== undefined && group.first.kind === finding.kind && before !== null && place(finding) === before + 1) {
      group.last = finding
    } else {
      groups.push({ first: finding, last: finding })
    }
  }
  return groups.map(({ first, last }) => line(first, last, t))
}

function line(first: Finding, last: Finding, t: TFunction): string {
  const place1 = place(first) ?? 0
  const place2 = place(last) ?? 0
  switch (first.kind) {
    case 'event_changed':
    case 'event_removed':
    case 'event_moved':
    case 'event_added':
      return first === last
        ? t(`verify.findings.${first.kind}`, { place: place1 })
        : t(`verify.findings.${first.kind}_many`, { from: place1, to: place2 })
    case 'event_missing':
      return t('verify.findings.event_missing', { place: place1 })
    case 'chain_broken':
      return first.event === undefined
        ? t('verify.findings.chain_end')
        : t('verify.findings.chain_broken', { place: first.event })
    case 'unreadable':
      return first.file === undefined
        ? t('verify.findings.unreadable')
        : t('verify.findings.unreadable_file', { file: first.file })
    case 'not_a_dossier':
    case 'signature_wrong':
    case 'key_unknown':
      return t(`verify.findings.${first.kind}`)
    case 'unsafe_name':
    case 'name_twice':
    case 'too_large':
    case 'file_changed':
    case 'file_removed':
    case 'file_added':
      return t(`verify.findings.${first.kind}`, { file: first.file })
  }
}
