import type { EffectView } from '@/lib/workflow/views/run-view'
import { Badge } from '../../ui/badge'

const looks = {
  intended: { label: 'Not sent yet', tone: 'neutral' },
  sent: { label: 'On its way', tone: 'accent' },
  confirmed: { label: 'Confirmed', tone: 'succeeded' },
  failed: { label: 'Failed', tone: 'failed' },
  unknown: { label: 'Unknown outcome', tone: 'write' },
  skipped: { label: 'Skipped', tone: 'neutral' },
} as const

/** How far a call outside came. */
export function EffectStatus({ status }: { status: EffectView['status'] }) {
  return <Badge tone={looks[status].tone}>{looks[status].label}</Badge>
}
