'use client'

import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { ApprovalView } from '@/lib/workflow/views/approval-view'
import { ApiError } from '../api/api-error'
import { useCall, useRefresh } from '../api/use-api'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Kbd } from '../ui/kbd'
import { Textarea } from '../ui/textarea'
import { toast } from '../ui/toast'
import { isTyping } from './is-typing'

/**
 * Approve or reject, with a reason. A and R move to the buttons, where Enter decides: one stray key never does. On a
 * phone the buttons stay within the thumb's reach.
 */
export function DecideForm({ approval }: { approval: ApprovalView }) {
  const { call, busy, error, cause } = useCall()
  const refresh = useRefresh()
  const [comment, setComment] = useState('')
  const [chosen, setChosen] = useState<'approve' | 'reject' | null>(null)
  const approve = useRef<HTMLButtonElement>(null)
  const reject = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return
      const button = { a: approve, r: reject }[event.key.toLowerCase()]
      if (!button) return
      event.preventDefault()
      button.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const decide = async (decision: 'approve' | 'reject') => {
    setChosen(decision)
    const reason = comment.trim()
    const body = { decision, digest: approval.digest, ...(reason ? { comment: reason } : {}) }
    const done = await call({ path: `/approvals/${approval.id}/decisions`, method: 'POST', body })
    if (done)
      toast.done(decision === 'approve' ? 'Approved. The run goes on.' : 'Rejected. Nothing was sent.')
    await refresh('/approvals', '/runs')
  }
  const changed = cause instanceof ApiError && cause.status === 409
  return (
    <form aria-label="Decide" className="flex flex-col gap-3" onSubmit={(event) => event.preventDefault()}>
      <Field
        label="Reason"
        optional
        error={changed ? null : error}
        help="Kept with the decision, for all to read."
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2_000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
            className="min-h-14"
          />
        )}
      </Field>
      {changed ? (
        <p role="alert" className="text-sm text-write">
          {error}
        </p>
      ) : null}
      <div className="sticky bottom-(--frame-bottom) z-10 -mx-4 flex gap-2 border-line border-t bg-surface px-4 py-3 sm:static sm:mx-0 sm:border-0 sm:bg-transparent sm:p-0">
        <Button
          ref={approve}
          variant="primary"
          size="lg"
          className="flex-1 sm:flex-none"
          busy={busy && chosen === 'approve'}
          disabled={busy}
          onClick={() => void decide('approve')}
        >
          <Check aria-hidden /> Approve <Kbd keys="A" inverse className="hidden sm:inline-flex" />
        </Button>
        <Button
          ref={reject}
          variant="danger-quiet"
          size="lg"
          className="flex-1 sm:flex-none"
          busy={busy && chosen === 'reject'}
          disabled={busy}
          onClick={() => void decide('reject')}
        >
          <X aria-hidden /> Reject <Kbd keys="R" className="hidden sm:inline-flex" />
        </Button>
      </div>
    </form>
  )
}
