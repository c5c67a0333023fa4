import { Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Trail } from '../../shared/Trail'
import { SearchBox } from './SearchBox'
import { messageTypes } from './searchQueries'
import { SearchResults } from './SearchResults'
import classes from './Search.module.css'

/** Search over all of one's rooms. What is looked for is in the address, so that one can go back to it. */
export function SearchPage() {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const q = params.get('q') ?? ''
  const type = messageTypes.find((known) => known === params.get('type')) ?? null
  useDocumentTitle(`${t('search.title')} · ${t('app.name')}`)
  return (
    <div className={classes.page}>
      <Trail here={t('search.title')} />
      <Title order={1} mb="md">
        {t('search.title')}
      </Title>
      <SearchBox
        label={t('search.everywhere')}
        q={q}
        type={type}
        onChange={(words, of) => {
          setParams({ ...(words !== '' && { q: words }), ...(of !== null && { type: of }) }, { replace: true })
        }}
      />
      <SearchResults q={q} type={type} />
    </div>
  )
}
