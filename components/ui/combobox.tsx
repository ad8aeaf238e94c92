'use client'

import { Command } from 'cmdk'
import { Check, ChevronsUpDown } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { cn } from './cn'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

export type ComboboxOption = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
}

type ComboboxProps = {
  value: string | null
  onValueChange: (value: string) => void
  options: readonly ComboboxOption[]
  placeholder?: string
  searchPlaceholder?: string
  /** Said when nothing matches. */
  empty?: ReactNode
  /** The list is still on its way. */
  loading?: boolean
  disabled?: boolean
  className?: string
  id?: string | undefined
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | undefined
}

/** Chooses one of many, with a search. */
export function Combobox(props: ComboboxProps) {
  const {
    value,
    onValueChange,
    options,
    placeholder,
    searchPlaceholder,
    empty,
    loading,
    disabled,
    className,
    ...rest
  } = props
  const [open, setOpen] = useState(false)
  const chosen = options.find((option) => option.value === value)
  const choose = (next: string) => {
    onValueChange(next)
    setOpen(false)
  }
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger
        role="combobox"
        aria-expanded={open}
        disabled={disabled === true}
        className={cn(
          'field-box flex h-control w-full min-w-0 items-center gap-2 px-2.5 text-left',
          className,
        )}
        {...rest}
      >
        {chosen?.icon}
        <span className={cn('min-w-0 flex-1 truncate', !chosen && !value && 'text-muted')}>
          {chosen?.label ?? value ?? placeholder ?? 'Choose…'}
        </span>
        <ChevronsUpDown className="size-4 shrink-0 text-muted" aria-hidden />
      </PopoverTrigger>
      <PopoverContent align="start" className="w-(--radix-popover-trigger-width) min-w-64 p-0">
        <Command label={searchPlaceholder ?? 'Search'}>
          <Command.Input
            placeholder={searchPlaceholder ?? 'Search…'}
            className="h-control w-full border-line border-b bg-transparent px-3 outline-none"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            {loading ? <Command.Loading className="px-2 py-3 text-muted">Loading…</Command.Loading> : null}
            {loading ? null : (
              <Command.Empty className="px-2 py-3 text-muted">{empty ?? 'Nothing matches.'}</Command.Empty>
            )}
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                keywords={[option.label, option.hint ?? '']}
                onSelect={() => choose(option.value)}
                className="flex min-h-control-small items-center gap-2 rounded-xs px-2 py-1 data-[selected=true]:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0"
              >
                {option.icon}
                <span className="min-w-0 flex-1 truncate">{option.label}</span>
                {option.hint ? <span className="truncate text-muted text-sm">{option.hint}</span> : null}
                {option.value === value ? <Check className="text-accent" aria-hidden /> : null}
              </Command.Item>
            ))}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  )
}
