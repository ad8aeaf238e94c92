'use client'

import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { Json } from '@/lib/core/json'

type Pair = { readonly id: number; readonly name: string; readonly value: string }

type PairsControlProps = {
  label: string
  value: Json | undefined
  onChange: (value: Json | undefined) => void
}

/** Names with values. A row without a name is kept on screen, and stored once it has one. */
export function PairsControl({ label, value, onChange }: PairsControlProps) {
  const [pairs, setPairs] = useState<readonly Pair[]>(() => toPairs(value))
  const change = (next: readonly Pair[]) => {
    setPairs(next)
    const named = next.filter((pair) => pair.name !== '')
    onChange(named.length > 0 ? Object.fromEntries(named.map((pair) => [pair.name, pair.value])) : undefined)
  }
  const put = (id: number, part: Partial<Pair>) =>
    change(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)))
  return (
    <div className="flex flex-col gap-1.5">
      {pairs.map((pair, index) => (
        <div key={pair.id} className="flex items-center gap-1.5">
          <Input
            aria-label={`${label}: name ${index + 1}`}
            placeholder="Name"
            value={pair.name}
            onChange={(event) => put(pair.id, { name: event.target.value })}
          />
          <Input
            aria-label={`${label}: value ${index + 1}`}
            placeholder="Value"
            value={pair.value}
            onChange={(event) => put(pair.id, { value: event.target.value })}
          />
          <IconButton
            label={`Remove ${pair.name || 'this row'}`}
            size="sm"
            onClick={() => change(pairs.filter((other) => other.id !== pair.id))}
          >
            <X />
          </IconButton>
        </div>
      ))}
      <Button
        variant="ghost"
        size="sm"
        className="self-start"
        onClick={() =>
          setPairs([...pairs, { id: Math.max(0, ...pairs.map((pair) => pair.id)) + 1, name: '', value: '' }])
        }
      >
        <Plus aria-hidden />
        Add a row
      </Button>
    </div>
  )
}

function toPairs(value: Json | undefined): readonly Pair[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return []
  return Object.entries(value).map(([name, child], id) => ({
    id,
    name,
    value: typeof child === 'string' ? child : JSON.stringify(child),
  }))
}
