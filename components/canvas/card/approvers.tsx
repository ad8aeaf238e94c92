'use client'

import { useEditorFacts } from '@/components/editor/editor-facts'
import { Avatar } from '@/components/ui/avatar'
import type { NodeOf } from '@/lib/workflow/document'

type Approver = NodeOf<'approval'>['config']['approvers'][number]

const roleWords = { owner: 'Any owner', admin: 'Any admin', builder: 'Any builder', operator: 'Any operator' }

export function approverName(approver: Approver, members: readonly { id: string; name: string }[]): string {
  if ('role' in approver) return roleWords[approver.role]
  return members.find((member) => member.id === approver.member)?.name ?? 'Someone who left'
}

/** Who may decide: faces for people, words for roles. */
export function Approvers({ approvers }: { approvers: readonly Approver[] }) {
  const { members } = useEditorFacts()
  if (approvers.length === 0) return null
  return (
    <ul className="flex flex-wrap items-center gap-1.5" aria-label="Approvers">
      {approvers.slice(0, 4).map((approver) => {
        const name = approverName(approver, members)
        return (
          <li key={name} className="inline-flex min-w-0 items-center gap-1.5 text-xs">
            {'member' in approver ? <Avatar name={name} className="size-5" /> : null}
            <span className="truncate text-muted">{name}</span>
          </li>
        )
      })}
      {approvers.length > 4 ? <li className="text-muted text-xs">{approvers.length - 4} more</li> : null}
    </ul>
  )
}
