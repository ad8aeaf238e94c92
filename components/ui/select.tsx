'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export type SelectOption = {
  readonly value: string
  readonly label: string
  readonly hint?: string
  readonly icon?: ReactNode
}

type SelectProps = {
  value: string | undefined
  onValueChange: (value: string) => void
  options: readonly SelectOption[]
  placeholder?: string
  disabled?: boolean
  id?: string | undefined
  className?: string
  'aria-label'?: string
  'aria-describedby'?: string | undefined
  'aria-invalid'?: boolean | undefined
}

/** Chooses one of a few. For long lists use `Combobox`. */
export function Select({
  value,
  onValueChange,
  options,
  placeholder,
  disabled,
  className,
  ...rest
}: SelectProps) {
  return (
    <Radix.Root
      {...(value === undefined ? {} : { value })}
      onValueChange={onValueChange}
      disabled={disabled === true}
    >
      <Radix.Trigger
        className={cn(
          'field-box flex h-control w-full min-w-0 items-center gap-2 px-2.5 text-left text-base data-placeholder:text-muted [&>span:first-child]:min-w-0 [&>span:first-child]:flex-1 [&>span:first-child]:truncate',
          className,
        )}
        {...rest}
      >
        {/* Said here, because Radix knows the label only once the browser has taken over. */}
        <Radix.Value placeholder={placeholder ?? 'Choose…'}>{labelOf(options, value)}</Radix.Value>
        <Radix.Icon>
          <ChevronDown className="size-4 text-muted" aria-hidden />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="floating z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-enter overflow-hidden"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex min-h-control-small items-center gap-2 rounded-xs px-2 py-1 text-base outline-none data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0"
              >
                <span className="min-w-0 flex-1">
                  <Radix.ItemText>
                    {option.icon}
                    {option.label}
                  </Radix.ItemText>
                  {option.hint ? <span className="block text-muted text-sm">{option.hint}</span> : null}
                </span>
                <Radix.ItemIndicator>
                  <Check className="text-accent" aria-hidden />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function labelOf(options: readonly SelectOption[], value: string | undefined): ReactNode {
  const chosen = options.find((option) => option.value === value)
  return chosen ? (
    <>
      {chosen.icon}
      {chosen.label}
    </>
  ) : undefined
}
