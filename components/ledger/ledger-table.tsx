'use client'

import type { LedgerEntry } from '@/lib/workflow/views/ledger-view'
import { EffectChip } from '../marks/effect-chip'
import { EffectStatus } from '../runs/step/effect-status'
import { inPast } from '../runs/step/in-past'
import { Table, TableCell, TableHead, TableRow } from '../ui/table'
import { RelativeTime } from '../values/relative-time'
import { LedgerPlace } from './ledger-place'

type LedgerTableProps = {
  entries: readonly LedgerEntry[]
  /** What the table need not say of each line, because the page is about it. */
  about: 'connection' | 'run'
}

/** Calls outside, with what became of each. On phones a list: a table of five columns would be cut off there. */
export function LedgerTable({ entries, about }: LedgerTableProps) {
  return (
    <>
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised sm:hidden">
        {entries.map((entry) => (
          <li key={entry.id} className="flex flex-col gap-1.5 px-3.5 py-3">
            <span className="break-words">{said(entry)}</span>
            <span className="flex flex-wrap items-center gap-2">
              <EffectStatus status={entry.status} />
              <EffectChip effect={entry.effect} />
            </span>
            <span className="flex justify-between gap-3 text-muted text-sm">
              <span className="min-w-0 truncate">
                <LedgerPlace entry={entry} about={about} />
              </span>
              <RelativeTime at={entry.settledAt ?? entry.intendedAt} />
            </span>
            {entry.earlier ? <Earlier /> : null}
          </li>
        ))}
      </ul>
      <div className="hidden sm:block">
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
                  {said(entry)}
                  {entry.earlier ? <Earlier /> : null}
                </TableCell>
                <TableCell>
                  <EffectChip effect={entry.effect} />
                </TableCell>
                <TableCell className="whitespace-nowrap text-muted">
                  <LedgerPlace entry={entry} about={about} />
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
      </div>
    </>
  )
}

const said = (entry: LedgerEntry): string =>
  entry.status === 'confirmed' ? inPast(entry.preview) : entry.preview

function Earlier() {
  return <span className="block text-muted text-sm">In an earlier run, not done again</span>
}
