'use client'

import { X } from 'lucide-react'
import { useId, useState } from 'react'

type TagsControlProps = {
  label: string
  value: readonly string[]
  onChange: (tags: readonly string[]) => void
  suggestions: readonly { readonly value: string; readonly label: string }[]
  describedBy?: string | undefined
  isInvalid?: boolean
  placeholder?: string
}

/** A list of short words. Enter or a comma adds one, Backspace in the empty field takes the last. */
export function TagsControl(props: TagsControlProps) {
  const { label, value, onChange, suggestions, describedBy, isInvalid, placeholder } = props
  const [text, setText] = useState('')
  const list = useId()
  const add = (raw: string) => {
    const tags = raw
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !value.includes(tag))
    if (tags.length > 0) onChange([...value, ...tags])
    setText('')
  }
  return (
    <div
      className="field-box flex min-h-control flex-wrap items-center gap-1 px-1.5 py-1"
      aria-invalid={isInvalid || undefined}
    >
      {value.map((tag) => (
        <span
          key={tag}
          className="inline-flex h-6 max-w-full items-center gap-1 rounded-xs bg-sunken pr-0.5 pl-1.5 text-sm"
        >
          <span className="truncate">{tag}</span>
          <button
            type="button"
            aria-label={`Remove ${tag}`}
            className="inline-flex size-5 items-center justify-center rounded-xs text-muted hover:text-text"
            onClick={() => onChange(value.filter((other) => other !== tag))}
          >
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <input
        value={text}
        list={suggestions.length > 0 ? list : undefined}
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={value.length === 0 ? (placeholder ?? 'Type and press Enter') : ''}
        className="h-6 min-w-20 flex-1 bg-transparent px-1 outline-none pointer-coarse:text-lg"
        onChange={(event) => {
          const isChosen = suggestions.some((choice) => choice.value === event.target.value)
          if (isChosen || event.target.value.endsWith(',')) add(event.target.value)
          else setText(event.target.value)
        }}
        onBlur={() => add(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            add(text)
          }
          if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
        }}
      />
      <datalist id={list}>
        {suggestions
          .filter((choice) => !value.includes(choice.value))
          .map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
      </datalist>
    </div>
  )
}
