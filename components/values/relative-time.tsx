'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { cn } from '../ui/cn'
import { describeMoment } from './describe-moment'

const never = () => () => {}

type RelativeTimeProps = { at: string; className?: string; prefix?: string }

/**
 * "3 min ago", with the exact time in the reader's own zone on hover. The server knows neither the reader's clock nor
 * zone: it writes the date in UTC, unseen, until the browser has taken over and puts the words in its place. Without
 * scripts the date is shown (globals.css).
 */
export function RelativeTime({ at, className, prefix = '' }: RelativeTimeProps) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  const moment = new Date(at)
  const exact = inBrowser
    ? moment.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'medium' })
    : undefined
  const isKnown = inBrowser && now !== null
  const text = isKnown ? describeMoment(moment.getTime(), now) : at.slice(0, 10)
  return (
    <time
      dateTime={at}
      title={exact}
      className={cn('whitespace-nowrap', className)}
      data-unread={isKnown ? undefined : ''}
    >
      {prefix}
      {text}
    </time>
  )
}
