import { Button, Center, Loader } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './EndOfList.module.css'

/** As much of a query with pages as it takes to go on. */
interface Pages {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
}

interface Props {
  pages: Pages
  /** How much is listed; grows with every page. */
  count: number
}

/** The last thing in a list, inside of something positioned: loads the next page before one has scrolled down to it. */
export function EndOfList({ pages, count }: Props) {
  const { t } = useTranslation()
  const ahead = useRef<HTMLDivElement>(null)
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages
  const waiting = hasNextPage && !isFetchingNextPage && !isFetchNextPageError

  useEffect(() => {
    const element = ahead.current
    if (!waiting || element === null) return undefined
    // Told at once if it is in view already: a page may be shorter than the screen, hence again after each (`count`).
    const observer = new IntersectionObserver((seen) => {
      if (seen.some((each) => each.isIntersecting)) fetchNextPage()
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [waiting, count, fetchNextPage])

  if (!hasNextPage) return null
  return (
    <>
      <div ref={ahead} className={classes.ahead} aria-hidden />
      <Center mih="4rem">
        {isFetchNextPageError ? (
          <Button variant="default" onClick={() => fetchNextPage()}>
            {t('app.tryAgain')}
          </Button>
        ) : (
          <Loader type="dots" role="status" aria-label={t('app.loading')} />
        )}
      </Center>
    </>
  )
}
