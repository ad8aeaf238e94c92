'use client'

import Link from 'next/link'
import type { LedgerEntry } from '@/lib/workflow/views/ledger-view'
import { useLink } from '../api/workspace-context'
import { EffectChip } from '../marks/effect-chip'
import { EffectStatus } from '../runs/step/effect-status'
import { inPast } from '../runs/step/in-past'
import { Table, TableCell, TableHead, TableRow } from '../ui/table'
import { RelativeTime } from '../values/relative-time'

type LedgerTableProps = {
  entries: readonly LedgerEntry[]
  /** What the table need not say of each line, because the page is about it. */
  about: 'connection' | 'run'
}

/** Calls outside, with what became of each. */
export function LedgerTable({ entries, about }: LedgerTableProps) {
  const link = useLink()
  return (
    <Table>
      <thead>
        <tr>
          <TableHead>What</TableHead>
          <TableHead>Effect</TableHead>
          <TableHead>{about === 'run' ? 'Through' : 'By'}</TableHead>
          <TableHead>Outcome</TableHead>
          <TableHead>When</TableHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <TableRow key={entry.id}>
            <TableCell className="min-w-60">
              {entry.status === 'confirmed' ? inPast(entry.preview) : entry.preview}
              {entry.earlier ? (
                <span className="block text-muted text-sm">In an earlier run, not done again</span>
              ) : null}
            </TableCell>
            <TableCell>
              <EffectChip effect={entry.effect} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted">
              {about === 'run' ? (
                (entry.connection?.name ?? 'None')
              ) : (
                <Link
                  href={link(`runs/${entry.run.id}`)}
                  className="rounded-xs underline-offset-4 hover:text-text hover:underline"
                >
                  {entry.run.workflow.name}
                </Link>
              )}
            </TableCell>
            <TableCell>
              <EffectStatus status={entry.status} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-muted">
              <RelativeTime at={entry.settledAt ?? entry.intendedAt} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}
