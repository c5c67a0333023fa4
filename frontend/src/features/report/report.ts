import type { Language } from '../../i18n/i18n'
import { api } from '../auth/currentSession'

export const formats = ['pdf', 'html', 'md', 'json'] as const
export type Format = (typeof formats)[number]

export interface WantedReport {
  format: Format
  language: Language
}

/** Rejects with ApiProblem or NetworkProblem, or when aborted. */
export function fetchReport(roomId: string, { format, language }: WantedReport, signal: AbortSignal): Promise<Blob> {
  return api.blob(`/api/rooms/${encodeURIComponent(roomId)}/report`, { query: { format, lang: language }, signal })
}
