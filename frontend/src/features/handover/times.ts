import { useTranslation } from 'react-i18next'

/** A time with its day, in the reader's language. */
export function useTimeText(): (at: string) => string {
  const { i18n } = useTranslation()
  return (at) =>
    new Date(at).toLocaleString(i18n.language, {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
}
