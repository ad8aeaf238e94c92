'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { describeMoment } from './describe-moment'

const never = () => () => {}

type RelativeTimeProps = { at: string; className?: string; prefix?: string }

/**
 * "3 min ago", with the exact time in the reader's own zone on hover. The server, which does not know the zone,
 * writes the date in UTC; the browser replaces it once it has taken over.
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
  const text = inBrowser && now !== null ? describeMoment(moment.getTime(), now) : at.slice(0, 10)
  return (
    <time dateTime={at} title={exact} className={className}>
      {prefix}
      {text}
    </time>
  )
}
