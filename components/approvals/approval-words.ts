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

/** Inside of loops, for which item it asks: ", item 3", and ", item 3 › 1" for one that stands in another. */
export function itemWords({ items }: Pick<ApprovalSummary, 'items'>): string {
  return items.length === 0 ? '' : `, item ${items.map((index) => index + 1).join(' › ')}`
}
