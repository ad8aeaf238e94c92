'use client'

import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from './cn'
import { Label } from './label'

/** What a control inside a `Field` must carry so that its label, help and error are read with it. */
export type FieldControl = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
}

type FieldProps = {
  label: ReactNode
  help?: ReactNode
  /** What is wrong, then how to mend it. Takes the place of the help. */
  error?: string | null
  optional?: boolean
  className?: string
  /** At the right end of the label's line. */
  aside?: ReactNode
  children: (control: FieldControl) => ReactNode
}

export function Field({ label, help, error, optional, className, aside, children }: FieldProps) {
  const id = useId()
  const note = error || help ? `${id}-note` : undefined
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-2">
        <Label htmlFor={id}>
          {label}
          {optional ? <span className="font-normal text-muted"> optional</span> : null}
        </Label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': note, 'aria-invalid': error ? true : undefined })}
      {error ? (
        <p id={note} role="alert" className="flex items-start gap-1.5 text-failed text-sm">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {error}
        </p>
      ) : help ? (
        <p id={note} className="text-muted text-sm">
          {help}
        </p>
      ) : null}
    </div>
  )
}
