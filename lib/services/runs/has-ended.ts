import type { RunStatus } from '@/lib/workflow/views/run-view'

export function hasEnded(status: RunStatus): boolean {
  return status === 'succeeded' || status === 'failed' || status === 'cancelled'
}
