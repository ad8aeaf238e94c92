'use client'

import { AlertDialog } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button'

type ConfirmDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** A question that names the thing: "Delete 'Issue triage'?" */
  title: string
  /** What follows from it, in one or two sentences. */
  children: ReactNode
  /** What the button does: "Delete workflow". */
  action: string
  /** What the other button says. */
  dismiss?: string
  onConfirm: () => void
  busy?: boolean
  /** What went wrong when it was tried. */
  error?: string | null
  tone?: 'danger' | 'primary'
}

/** Asks before what cannot be taken back. Where an undo is possible, do it and offer the undo instead. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    open,
    onOpenChange,
    title,
    children,
    action,
    onConfirm,
    dismiss = 'Keep it',
    busy = false,
    error,
    tone = 'danger',
  } = props
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 animate-enter bg-scrim" />
        <AlertDialog.Content className="floating fixed inset-x-4 top-[22dvh] z-50 mx-auto max-w-110 animate-rise-in p-5 outline-none">
          <AlertDialog.Title className="font-semibold text-lg">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="mt-1.5 text-muted">
              {children}
              {error ? (
                <p role="alert" className="mt-2 text-failed">
                  {error}
                </p>
              ) : null}
            </div>
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Cancel asChild>
              <Button>{dismiss}</Button>
            </AlertDialog.Cancel>
            <Button variant={tone} busy={busy} onClick={onConfirm}>
              {action}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
