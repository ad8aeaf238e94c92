/** The lists of the inbox, and what each asks of the API. */
export const inboxTabs = {
  mine: {
    label: 'Waiting for me',
    path: '/approvals?status=pending&mine=true',
    empty: 'Nothing waits for you',
  },
  all: { label: 'All waiting', path: '/approvals?status=pending', empty: 'Nothing waits for anybody' },
  decided: { label: 'Decided', path: '/approvals?status=decided', empty: 'Nothing has been decided yet' },
} as const

export type InboxTab = keyof typeof inboxTabs

export function tabOf(value: string | null | undefined): InboxTab {
  return value === 'all' || value === 'decided' ? value : 'mine'
}
