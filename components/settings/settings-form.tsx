import type { FormEvent, ReactNode } from 'react'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Card } from '../ui/card'

type SettingsFormProps = {
  label: string
  onSubmit: () => void
  busy: boolean
  error?: string | null
  /** What the button says. */
  action: string
  disabled?: boolean
  children: ReactNode
}

/** A card with fields and the one button that saves them. */
export function SettingsForm({
  label,
  onSubmit,
  busy,
  error,
  action,
  disabled,
  children,
}: SettingsFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Card>
      <form aria-label={label} onSubmit={submit}>
        <div className="flex flex-col gap-4 p-4 sm:p-5">
          {error ? <Alert tone="failed">{error}</Alert> : null}
          {children}
        </div>
        <div className="flex justify-end border-line border-t px-4 py-3 sm:px-5">
          <Button type="submit" variant="primary" busy={busy} disabled={disabled === true}>
            {action}
          </Button>
        </div>
      </form>
    </Card>
  )
}
