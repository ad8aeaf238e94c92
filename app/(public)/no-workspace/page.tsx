import { Entrance } from '@/components/auth/entrance'
import { LeaveButton } from '@/components/auth/leave-button'

export const metadata = { title: 'No workspace' }

export default function NoWorkspace() {
  return (
    <Entrance
      title="You are in no workspace"
      description="Your account is fine, and nobody has let it into a workspace, or someone took it out. Ask an owner or admin for an invitation."
    >
      <LeaveButton />
    </Entrance>
  )
}
