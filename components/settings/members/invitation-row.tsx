'use client'

import type { InvitationView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../../api/use-api'
import { Button } from '../../ui/button'
import { toast } from '../../ui/toast'
import { RelativeTime } from '../../values/relative-time'
import { roleWords } from './role-words'

export function InvitationRow({ invitation }: { invitation: InvitationView }) {
  const { call, busy } = useCall()
  const refresh = useRefresh()
  const takeBack = async () => {
    const done = await call({ path: `/invitations/${invitation.id}`, method: 'DELETE' })
    await refresh('/invitations')
    if (done) toast.done(`The link for ${invitation.email} no longer works.`)
    else toast.failed('The invitation could not be taken back. It may have been used meanwhile.')
  }
  return (
    <li className="flex items-center gap-3 px-3.5 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{invitation.email}</p>
        <p className="text-muted text-sm">
          {roleWords[invitation.role].label}
          {invitation.invitedBy ? `, invited by ${invitation.invitedBy.name}` : ''} ·{' '}
          <RelativeTime at={invitation.expiresAt} prefix="ends " />
        </p>
      </div>
      <Button size="sm" busy={busy} onClick={() => void takeBack()}>
        Take back
      </Button>
    </li>
  )
}
