import type { EffectView } from '@/lib/workflow/views/run-view'
import { EffectIcon } from '../../marks/effect-chip'
import { RelativeTime } from '../../values/relative-time'
import { EffectStatus } from './effect-status'
import { inPast } from './in-past'

/** What calls did outside, as the ledger knows it. */
export function EffectLines({ effects }: { effects: readonly EffectView[] }) {
  return (
    <ul className="flex flex-col gap-1.5">
      {effects.map((effect) => (
        <li key={effect.id} className="flex items-start gap-2.5 text-sm">
          <EffectIcon effect={effect.effect} className="mt-1" />
          <span className="min-w-0 flex-1 break-words">
            {effect.status === 'confirmed' ? inPast(effect.preview) : effect.preview}
            <span className="block text-muted">
              {effect.connection ? `${effect.connection.name} · ` : ''}
              <RelativeTime at={effect.settledAt ?? effect.intendedAt} />
              {effect.earlier ? ' · in an earlier run, not done again' : ''}
            </span>
          </span>
          <EffectStatus status={effect.status} />
        </li>
      ))}
    </ul>
  )
}
