import type { ConnectionView } from '@/lib/policy/views/workspace-views'

export const rateUnits = [
  { seconds: 1, label: 'second' },
  { seconds: 60, label: 'minute' },
  { seconds: 3_600, label: 'hour' },
  { seconds: 86_400, label: 'day' },
] as const

/** "60 calls a minute". */
export function rateWords({ calls, seconds }: NonNullable<ConnectionView['rate']>): string {
  const unit = rateUnits.find((each) => each.seconds === seconds)
  return `${calls === 1 ? '1 call' : `${calls} calls`} ${unit ? `a ${unit.label}` : `in ${seconds} seconds`}`
}
