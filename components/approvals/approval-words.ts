import type { ApprovalSummary, ApprovalView } from '@/lib/workflow/views/approval-view'

/** What a preview does, without the text it would write: "Post to #ops: “Hello”" gives "Post to #ops". */
export function headline(preview: string): string {
  return preview.split(/:? “/, 1)[0]?.trim() || preview
}

/** The question in words: what would happen, not what the step is called. */
export function approvalTitle(approval: ApprovalView): string {
  const [first, ...rest] = approval.covers
  if (!first) return approval.title
  if (rest.length === 0) return headline(first.preview)
  return `${headline(first.preview)}, and ${rest.length} more`
}

export function statusWords(status: ApprovalSummary['status']): string {
  return {
    pending: 'Waiting',
    approved: 'Approved',
    rejected: 'Rejected',
    expired: 'Expired: nobody decided in time',
    cancelled: 'Cancelled with its run',
  }[status]
}
