'use client'

import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Json } from '@/lib/core/json'
import { cn } from '../ui/cn'
import { describeCount } from './describe-amount'
import { ValueLeaf } from './value-leaf'

type ValueTreeProps = { value: Json; className?: string; openTo?: number }

/** A value as a tree with types: keys in words, text as text, never raw JSON first. */
export function ValueTree({ value, className, openTo = 1 }: ValueTreeProps) {
  const entries = entriesOf(value)
  if (!entries) return <ValueLeaf value={value} />
  if (entries.length === 0) {
    return <p className="text-muted text-sm">{Array.isArray(value) ? 'An empty list.' : 'Nothing in it.'}</p>
  }
  return (
    <ul className={cn('flex flex-col text-sm', className)}>
      {entries.map(([key, child]) => (
        <Branch key={key} name={key} value={child} depth={1} openTo={openTo} flush={isFlat(entries)} />
      ))}
    </ul>
  )
}

type BranchProps = {
  name: string
  value: Json
  depth: number
  openTo: number
  /** No brother of it can be opened, so it needs no room for the arrow. */
  flush: boolean
}

function Branch({ name, value, depth, openTo, flush }: BranchProps) {
  const [open, setOpen] = useState(depth < openTo)
  const entries = entriesOf(value)
  if (!entries) {
    return (
      <li className={cn('flex gap-3 py-0.5', !flush && 'pl-5')}>
        <span className="shrink-0 text-muted">{name}</span>
        <ValueLeaf value={value} />
      </li>
    )
  }
  const size = Array.isArray(value)
    ? describeCount(entries.length, 'item')
    : describeCount(entries.length, 'field')
  return (
    <li>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-center gap-1 rounded-xs py-0.5 text-left hover:bg-sunken"
      >
        <ChevronRight
          className={cn('size-4 shrink-0 text-muted transition-transform', open && 'rotate-90')}
          aria-hidden
        />
        <span className="text-muted">{name}</span>
        <span className="ml-2 text-muted text-xs">{size}</span>
      </button>
      {open ? (
        <ul className="ml-2 border-line border-l pl-2">
          {entries.map(([key, child]) => (
            <Branch
              key={key}
              name={key}
              value={child}
              depth={depth + 1}
              openTo={openTo}
              flush={isFlat(entries)}
            />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function isFlat(entries: readonly (readonly [string, Json])[]): boolean {
  return entries.every(([, child]) => child === null || typeof child !== 'object')
}

function entriesOf(value: Json): readonly (readonly [string, Json])[] | null {
  if (value === null || typeof value !== 'object') return null
  if (Array.isArray(value)) return value.map((item: Json, index) => [String(index + 1), item] as const)
  return Object.entries(value)
}
