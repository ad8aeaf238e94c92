import { Cron } from 'croner'

/**
 * When a schedule is due next after a moment, by the clocks of its zone: an hour that is skipped in spring is made up for,
 * one that comes twice in autumn counts once. Null: never again.
 */
export function nextTick(
  { cron, zone }: { readonly cron: string; readonly zone: string },
  after: Date,
): Date | null {
  return new Cron(cron, { timezone: zone }).nextRun(after)
}
