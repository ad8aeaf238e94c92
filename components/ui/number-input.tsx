'use client'

import { type ComponentProps, useState } from 'react'
import { Input } from './input'

type NumberInputProps = Omit<ComponentProps<typeof Input>, 'type' | 'value' | 'min' | 'max' | 'onChange'> & {
  value: number | undefined
  /** The least and the most that is taken. */
  from: number
  to: number
  onChange: (value: number) => void
  /** Emptied. Without it, the last number stays. */
  onClear?: () => void
}

/**
 * A whole number. What is not one yet, as an empty field on the way from 5 to 12, stays as it is typed and is passed on
 * to nobody; leaving the field shows the number that counts.
 */
export function NumberInput({ value, from, to, onChange, onClear, ...rest }: NumberInputProps) {
  const [typed, setTyped] = useState<string>()
  const isTaken = (text: string) => {
    const number = Number(text)
    return text !== '' && Number.isInteger(number) && number >= from && number <= to
  }
  // A number that was taken and is another by now was changed elsewhere: undone, say.
  const isOld = typed !== undefined && isTaken(typed) && Number(typed) !== value
  return (
    <Input
      {...rest}
      type="number"
      min={from}
      max={to}
      value={typed === undefined || isOld ? (value ?? '') : typed}
      onChange={({ target }) => {
        setTyped(target.value)
        if (isTaken(target.value)) onChange(Number(target.value))
        else if (target.value === '') onClear?.()
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
