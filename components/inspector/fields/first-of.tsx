'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { Binding } from '@/lib/workflow/binding'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'

type FirstOfProps = {
  label: string
  binding: Extract<Binding, { readonly first: unknown }>
  onChange: (binding: Binding | undefined) => void
}

/** Several sources in order: the first that is there is used. */
export function FirstOf({ label, binding, onChange }: FirstOfProps) {
  const { first } = binding
  const put = (index: number, part: Binding | undefined) =>
    onChange({ ...binding, first: first.map((each, at) => (at === index ? (part ?? { value: '' }) : each)) })
  const remove = (index: number) => {
    const rest = first.filter((_, at) => at !== index)
    onChange(rest.length > 1 ? { ...binding, first: rest } : rest[0])
  }
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-muted text-xs">The first of these that is there:</p>
      {first.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the order is the meaning, and parts have no other name
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">
            <BoundText
              label={`${label}, choice ${index + 1}`}
              value={toBindingText(part)}
              onChange={(text) => put(index, fromBindingText(text, part))}
            />
          </div>
          <IconButton label={`Remove choice ${index + 1}`} size="sm" onClick={() => remove(index)}>
            <X />
          </IconButton>
        </div>
      ))}
      <Button
        variant="ghost"
        size="sm"
        className="self-start"
        onClick={() => onChange({ ...binding, first: [...first, { value: '' }] })}
      >
        <Plus aria-hidden />
        Add another
      </Button>
    </div>
  )
}
