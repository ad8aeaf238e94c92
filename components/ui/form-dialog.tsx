'use client'

import { useId } from 'react'
import { Alert } from './alert'
import { Button } from './button'
import { Dialog, type DialogProps } from './dialog'

type FormDialogProps = Omit<DialogProps, 'footer'> & {
  /** What the button that sends the form says. */
  action: string
  onSubmit: () => void
  busy: boolean
  disabled?: boolean
  /** What went wrong, where no field can say it. */
  error?: string | null
  /** The browser neither offers nor keeps what is filled in. */
  isSecret?: boolean
  /** The form says itself what is wrong with a field. */
  noValidate?: boolean
}

/** A dialog that is a form: its fields, and one button that sends them, by Enter too. */
export function FormDialog(props: FormDialogProps) {
  const {
    action,
    onSubmit,
    busy,
    disabled = false,
    error,
    isSecret = false,
    noValidate = false,
    children,
    ...dialog
  } = props
  const id = useId()
  return (
    <Dialog
      {...dialog}
      footer={
        <Button variant="primary" type="submit" form={id} busy={busy} disabled={disabled}>
          {action}
        </Button>
      }
    >
      <form
        id={id}
        className="flex flex-col gap-4"
        noValidate={noValidate}
        onSubmit={(event) => {
          event.preventDefault()
          // React's events climb out of portals: a dialog opened from within this one must not send this one too.
          event.stopPropagation()
          onSubmit()
        }}
        {...(isSecret ? { autoComplete: 'off' } : {})}
      >
        {error ? <Alert tone="failed">{error}</Alert> : null}
        {children}
      </form>
    </Dialog>
  )
}
