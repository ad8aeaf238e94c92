'use client'

import { RadioGroup } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export type RadioCard<Value extends string> = {
  readonly value: Value
  readonly title: string
  readonly text?: ReactNode
  readonly icon?: ReactNode
}

type RadioCardsProps<Value extends string> = {
  label: string
  value: Value
  onValueChange: (value: Value) => void
  cards: readonly RadioCard<Value>[]
  disabled?: boolean
  className?: string
}

/** One choice of a few that each need a sentence. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { label, value, onValueChange, cards, disabled, className } = props
  const id = useId()
  const choose = (next: string) => {
    const card = cards.find((each) => each.value === next)
    if (card) onValueChange(card.value)
  }
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={choose}
      disabled={disabled === true}
      className={cn('grid gap-2', className)}
    >
      {cards.map((card) => (
        <RadioGroup.Item
          key={card.value}
          value={card.value}
          aria-labelledby={`${id}-${card.value}`}
          className="group flex items-start gap-3 rounded-card border border-line bg-raised p-3 text-left transition-colors hover:border-control-line disabled:opacity-60 data-[state=checked]:border-accent data-[state=checked]:bg-accent-soft"
        >
          <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-control-line bg-raised group-data-[state=checked]:border-accent">
            <RadioGroup.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span className="min-w-0 flex-1">
            <span id={`${id}-${card.value}`} className="block font-medium">
              {card.title}
            </span>
            {card.text ? <span className="block text-muted text-sm">{card.text}</span> : null}
          </span>
          {card.icon}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
