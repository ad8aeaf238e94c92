'use client'

import { useState } from 'react'
import type { Json } from '@/lib/core/json'

const longest = 280

/** One plain value. Long text is cut, with the rest one press away. */
export function ValueLeaf({ value }: { value: Json }) {
  const [whole, setWhole] = useState(false)
  if (value === null) return <span className="text-muted">nothing</span>
  if (typeof value === 'boolean') return <span className="text-accent">{value ? 'yes' : 'no'}</span>
  if (typeof value === 'number') return <span className="font-mono tabular-nums">{value}</span>
  if (typeof value !== 'string') return null
  if (value === '') return <span className="text-muted">empty text</span>
  const isLong = value.length > longest
  return (
    <span className="min-w-0 whitespace-pre-wrap break-words">
      {isLong && !whole ? `${value.slice(0, longest)}… ` : value}
      {isLong ? (
        <button
          type="button"
          className="ml-1 text-accent text-xs hover:underline"
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : 'Show all'}
        </button>
      ) : null}
    </span>
  )
}
