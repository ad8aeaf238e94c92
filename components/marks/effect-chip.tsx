import { Eye, type LucideIcon, Pencil, SquareArrowOutUpRight } from 'lucide-react'
import type { Effect } from '@/lib/connectors/contract'
import { Badge } from '../ui/badge'
import { cn } from '../ui/cn'

type EffectLook = {
  readonly label: string
  /** For legends and tooltips. */
  readonly meaning: string
  readonly icon: LucideIcon
  readonly text: string
}

/** The one place that says how an effect looks. */
export const effectLooks: Readonly<Record<Effect, EffectLook>> = {
  read: { label: 'Reads', meaning: 'Looks and changes nothing.', icon: Eye, text: 'text-read' },
  write: {
    label: 'Changes',
    meaning: 'Changes something that can be changed back.',
    icon: Pencil,
    text: 'text-write',
  },
  irreversible: {
    label: 'Cannot be undone',
    meaning: 'Once it is done, it stays done.',
    icon: SquareArrowOutUpRight,
    text: 'text-irreversible',
  },
}

export function EffectChip({ effect, className }: { effect: Effect; className?: string }) {
  const look = effectLooks[effect]
  const Icon = look.icon
  return (
    <Badge tone={effect} title={look.meaning} {...(className ? { className } : {})}>
      <Icon aria-hidden />
      {look.label}
    </Badge>
  )
}

/** The icon alone, in its colour, with the word for screen readers: for tight rows. */
export function EffectIcon({ effect, className }: { effect: Effect; className?: string }) {
  const look = effectLooks[effect]
  const Icon = look.icon
  return (
    <span title={look.label} className={cn('inline-flex', look.text, className)}>
      <Icon className="size-3.5" aria-hidden />
      <span className="sr-only">{look.label}</span>
    </span>
  )
}
