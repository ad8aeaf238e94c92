import type { ApprovalRow, DecisionRow } from '@/db/queries/approvals/approval-row'
import { HandrailError } from '@/lib/core/errors'

export function conflict(message: string): HandrailError {
  return new HandrailError({ code: 'conflict', who: 'user', retry: 'no', message })
}

export function forbidden(why: string): HandrailError {
  return new HandrailError({
    code: 'forbidden',
    who: 'user',
    retry: 'no',
    message: `You may not decide this. ${why}`,
  })
}

export function alreadyDecided(): HandrailError {
  return conflict('You have decided this approval already. It still waits for others.')
}

/** Says who was quicker, and how they decided. */
export function alreadyOver(approval: ApprovalRow, decisions: readonly DecisionRow[]): HandrailError {
  const last = decisions.at(-1)
  if (approval.status === 'expired') {
    return conflict('The deadline of this approval has passed. Nothing was decided.')
  }
  if (approval.status === 'cancelled' || !last) {
    return conflict('The run was cancelled, so there is nothing to decide any more.')
  }
  return conflict(
    `${last.userName} has ${approval.status === 'approved' ? 'approved' : 'rejected'} this already. Your decision was not needed.`,
  )
}
