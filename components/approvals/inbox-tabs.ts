import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'

type InboxList = {
  readonly label: string
  /** What it asks of the API. */
  readonly path: string
  readonly empty: string
  readonly shows: (approval: ApprovalSummary) => boolean
}

const waiting = '/approvals?status=pending'

/** The lists of the inbox. */
export const inboxTabs = {
  mine: { label: 'Waiting for me', path: waiting, empty: 'Nothing waits for you', shows: ({ mine }) => mine },
  all: { label: 'All waiting', path: waiting, empty: 'Nothing waits for anybody', shows: () => true },
  decided: {
    label: 'Decided',
    path: '/approvals?status=approved,rejected,expired,cancelled',
    empty: 'Nothing has been decided yet',
    shows: () => true,
  },
} as const satisfies Record<string, InboxList>

export type InboxTab = keyof typeof inboxTabs

export function tabOf(value: string | null | undefined): InboxTab {
  return value === 'all' || value === 'decided' ? value : 'mine'
}
