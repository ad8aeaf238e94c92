'use client'

import { Cron } from 'croner'
import { useEffect, useMemo, useState } from 'react'
import { cronProblem } from '@/lib/workflow/cron-problem'
import { Section } from '../../sections/section'

/** When a schedule comes next, by its own clock and, where that is another, by the reader's. */
export function NextTimes({ cron, zone }: { cron: string; zone: string }) {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => setHere(Intl.DateTimeFormat().resolvedOptions().timeZone), [])
  const times = useMemo(() => nextTimes(cron, zone), [cron, zone])
  if (here === null) return null
  return (
    <Section title="Next five times">
      {times.length === 0 ? (
        <p className="text-muted text-sm">They are shown here once the schedule can be read.</p>
      ) : (
        <ol className="flex flex-col gap-1.5 text-sm tabular-nums">
          {times.map((time) => (
            <li key={time.toISOString()}>
              <time dateTime={time.toISOString()}>{inWords(time, zone)}</time>
              {isSameClock(time, zone, here) ? null : (
                <span className="block text-muted text-xs">{inWords(time, here)} for you</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

const inWords = (time: Date, timeZone: string) =>
  time.toLocaleString(undefined, { dateStyle: 'full', timeStyle: 'short', timeZone })

const isSameClock = (time: Date, zone: string, here: string) => inWords(time, zone) === inWords(time, here)

function nextTimes(cron: string, zone: string): readonly Date[] {
  if (cronProblem(cron)) return []
  try {
    return new Cron(cron, { timezone: zone, paused: true }).nextRuns(5)
  } catch {
    return []
  }
}
