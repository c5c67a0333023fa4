import { useTranslation } from 'react-i18next'
import { ApiProblem } from './api/problem'

/** Says in the user's language what went wrong and what to do about it. */
export function useProblemText(): (failure: unknown) => string {
  const { t, i18n } = useTranslation()
  return (failure) => {
    if (!(failure instanceof ApiProblem)) return t('problems.network')
    const key = `problems.${failure.code}`
    return i18n.exists(key) ? t(key as 'problems.internal_error') : t('problems.internal_error')
  }
}
