import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'

/** What a preview does, without the text it would write: "Post to #ops: “Hello”" gives "Post to #ops". */
export function headline(preview: string): string {
  return preview.split(/:? “/, 1)[0]?.trim() || preview
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
