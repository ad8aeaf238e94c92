import type { RunView } from '@/lib/workflow/views/run-view'
import { EffectChip } from '../../marks/effect-chip'
import { EmptyState } from '../../ui/empty-state'
import { Table, TableCell, TableHead, TableRow } from '../../ui/table'
import { RelativeTime } from '../../values/relative-time'
import { EffectStatus } from '../step/effect-status'
import { inPast } from '../step/in-past'

/** Everything the run did outside, in order: the ledger. */
export function RunLedger({ run }: { run: RunView }) {
  if (run.effects.length === 0) {
    return (
      <EmptyState title="It changed nothing outside">
        Every call that writes or sends something is noted here before it is made, and again when it is
        answered.
      </EmptyState>
    )
  }
  return (
    <Table>
      <thead>
        <tr>
          <TableHead>What</TableHead>
          <TableHead>Effect</TableHead>
          <TableHead>Through</TableHead>
          <TableHead>Outcome</TableHead>
          <TableHead>When</TableHead>
        </tr>
      </thead>
      <tbody>
        {run.effects.map((effect) => (
          <TableRow key={effect.id}>
            <TableCell className="min-w-60">
              {effect.status === 'confirmed' ? inPast(effect.preview) : effect.preview}
            </TableCell>
            <TableCell>
              <EffectChip effect={effect.effect} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted">
              {effect.connection?.name ?? 'None'}
            </TableCell>
            <TableCell>
              <EffectStatus status={effect.status} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted">
              <RelativeTime at={effect.settledAt ?? effect.intendedAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
