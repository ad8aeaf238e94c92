'use client'

import { useState } from 'react'
import { Textarea } from '@/components/ui/textarea'
import type { Json } from '@/lib/core/json'

type JsonControlProps = {
  label: string
  value: Json | undefined
  onChange: (value: Json | undefined) => void
  describedBy: string | undefined
  isInvalid: boolean
}

/** A value written as JSON. Text that is not JSON yet stays on screen and is not stored. */
export function JsonControl({ label, value, onChange, describedBy, isInvalid }: JsonControlProps) {
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)))
  const [isBroken, setBroken] = useState(false)
  const change = (next: string) => {
    setText(next)
    if (next.trim() === '') {
      setBroken(false)
      onChange(undefined)
      return
    }
    try {
      onChange(JSON.parse(next))
      setBroken(false)
    } catch {
      setBroken(true)
    }
  }
  return (
    <>
      <Textarea
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={isBroken || isInvalid || undefined}
        value={text}
        spellCheck={false}
        className="font-mono text-sm"
        onChange={(event) => change(event.target.value)}
      />
      {isBroken ? (
        <p role="status" className="mt-1 text-failed text-sm">
          This is not JSON yet. Check quotes, commas and brackets.
        </p>
      ) : null}
    </>
  )
}
