'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { freshId } from '@/lib/workflow/edits/fresh-id'

type AddByNameProps = {
  /** What is added: "field", "value". */
  what: string
  /** What the button says. */
  label: string
  taken: readonly string[]
  onAdd: (added: { key: string; label: string }) => void
}

/** Adds one more by its name. Its key is made of the name, once. */
export function AddByName({ what, label, taken, onAdd }: AddByNameProps) {
  const [name, setName] = useState('')
  const add = () => {
    const given = name.trim()
    if (given === '') return
    onAdd({ key: freshId(given, new Set(taken)), label: given })
    setName('')
  }
  return (
    <form
      className="flex items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Input
        aria-label={`Name of the new ${what}`}
        placeholder={`Name of the ${what}`}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        <Plus aria-hidden />
        {label}
      </Button>
    </form>
  )
}
