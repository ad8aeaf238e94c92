'use client'

import { useSyncExternalStore } from 'react'
import { cn } from './cn'

const never = () => () => {}
const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** Keys as they are written on the reader's keyboard: `Mod+K` is ⌘K on a Mac and Ctrl K elsewhere. */
export function Kbd({ keys, inverse, className }: { keys: string; inverse?: boolean; className?: string }) {
  const mac = useSyncExternalStore(never, isMac, () => false)
  const names = keys
    .split('+')
    .map((key) => (key === 'Mod' ? (mac ? '⌘' : 'Ctrl') : key === 'Shift' ? '⇧' : key))
  return (
    <span className={cn('inline-flex gap-0.5', className)}>
      {names.map((name) => (
        <kbd
          key={name}
          className={cn(
            'inline-flex h-5 min-w-5 items-center justify-center rounded-xs border px-1 font-sans text-xs',
            inverse ? 'border-muted text-surface' : 'border-line bg-surface text-muted',
          )}
        >
          {name}
        </kbd>
      ))}
    </span>
  )
}
