'use client'

import type { ReactNode } from 'react'
import { fieldError, messageOf } from '../api/api-error'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { useHydrated } from '../ui/use-hydrated'

type EntranceFormProps = {
  /** What the button says. */
  action: ReactNode
  onSubmit: () => void
  busy: boolean
  /** What was thrown, when it names no field. */
  cause: unknown
  children: ReactNode
}

/** The one form of a page in front of the workspaces. */
export function EntranceForm({ action, onSubmit, busy, cause, children }: EntranceFormProps) {
  const hydrated = useHydrated()
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {cause !== null && !fieldError(cause).any ? <Alert tone="failed">{messageOf(cause)}</Alert> : null}
      {children}
      <Button type="submit" variant="primary" size="lg" busy={busy} aria-disabled={!hydrated}>
        {action}
      </Button>
    </form>
  )
}
