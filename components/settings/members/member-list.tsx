'use client'

import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import type { InvitationView, MemberView, Page } from '@/lib/policy/views/workspace-views'
import { useApi } from '../../api/use-api'
import { useMay } from '../../api/workspace-context'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { InvitationRow } from './invitation-row'
import { InviteDialog } from './invite-dialog'
import { MemberRow } from './member-row'

/** Who is in the workspace, and who has been asked in. */
export function MemberList({ first }: { first: Page<MemberView> }) {
  const mayManage = useMay('member.manage')
  const members = useApi<Page<MemberView>>('/members', { first })
  const invitations = useApi<Page<InvitationView>>(mayManage ? '/invitations' : null)
  const [inviting, setInviting] = useState(false)
  const open = invitations.data?.items ?? []
  return (
    <div className="flex flex-col gap-8">
      <Section
        title="Members"
        actions={
          mayManage ? (
            <Button variant="primary" onClick={() => setInviting(true)}>
              <UserPlus aria-hidden /> Invite
            </Button>
          ) : null
        }
      >
        <Card>
          <ul aria-label="Members" className="divide-y divide-line">
            {(members.data?.items ?? []).map((member) => (
              <MemberRow key={member.id} member={member} />
            ))}
          </ul>
        </Card>
      </Section>
      {open.length > 0 ? (
        <Section title="Invited" description="Their links work once, for a day.">
          <Card>
            <ul aria-label="Invitations" className="divide-y divide-line">
              {open.map((invitation) => (
                <InvitationRow key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          </Card>
        </Section>
      ) : null}
      {inviting ? <InviteDialog open onOpenChange={setInviting} /> : null}
    </div>
  )
}
