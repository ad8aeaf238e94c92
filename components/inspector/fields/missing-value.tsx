'use client'

import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { Binding } from '@/lib/workflow/binding'
import { useMayBeMissing } from '../use-may-be-missing'

type MissingValueProps = {
  nodeId: string
  path: string
  label: string
  binding: Exclude<Binding, { readonly value: unknown }>
  onChange: (binding: Binding) => void
}

/** What to use when the source did not run before: asked for only where that can happen. */
export function MissingValue({ nodeId, path, label, binding, onChange }: MissingValueProps) {
  const mayBeMissing = useMayBeMissing(nodeId, path)
  if (binding.default !== undefined) {
    const text = typeof binding.default === 'string' ? binding.default : JSON.stringify(binding.default)
    return (
      <div className="mt-1.5 flex items-center gap-2 text-sm">
        <span className="shrink-0 text-muted">If missing, use</span>
        <Input
          aria-label={`${label}: value when it is missing`}
          value={text}
          onChange={(event) => onChange({ ...binding, default: fromTyped(event.target.value) })}
        />
        <Button variant="ghost" size="sm" onClick={() => onChange(withoutDefault(binding))}>
          Remove
        </Button>
      </div>
    )
  }
  if (!mayBeMissing) return null
  return (
    <div className="mt-1.5 flex flex-wrap gap-2">
      <Button size="sm" onClick={() => onChange({ ...binding, default: '' })}>
        Give a value for then
      </Button>
      {'first' in binding ? null : (
        <Button size="sm" onClick={() => onChange({ first: [binding, { value: '' }] })}>
          Take the first of several
        </Button>
      )}
    </div>
  )
}

function withoutDefault(binding: MissingValueProps['binding']): Binding {
  const { default: _removed, ...rest } = binding
  return rest
}

/** A number or yes/no is meant as one; anything else is text. */
function fromTyped(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  return text.trim() !== '' && String(Number(text)) === text.trim() ? Number(text) : text
}
