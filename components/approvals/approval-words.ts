import type { ApprovalSummary, CoveredEffect } from '@/lib/workflow/views/approval-view'

/** What a preview does, without the text it would write: "Post to #ops: “Hello”" gives "Post to #ops". */
export function headline(preview: string): string {
  return preview.split(/:? “/, 1)[0]?.trim() || preview
}

/** The same call with names in the place of ids, for reading. What is sent keeps its ids. */
export function withLabels(effect: CoveredEffect, labels: Readonly<Record<string, string>>): CoveredEffect {
  let preview = effect.preview
  for (const [key, label] of Object.entries(labels)) {
    const id = effect.input[key]
    if (typeof id === 'string') preview = preview.replace(id, label)
  }
  return { ...effect, preview, input: { ...effect.input, ...labels } }
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
