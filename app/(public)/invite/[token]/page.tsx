import Link from 'next/link'
import { AcceptForm } from '@/components/auth/accept-form'
import { Entrance } from '@/components/auth/entrance'
import { LeaveButton } from '@/components/auth/leave-button'
import { Button } from '@/components/ui/button'
import { readInvitation } from '@/lib/services/invitations/accept-invitation'
import { currentUser } from '@/lib/services/session/current-user'

export const metadata = { title: 'Invitation' }

export default async function Invite({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const [offer, user] = await Promise.all([readInvitation(token), currentUser()])
  if (!offer) {
    return (
      <Entrance
        title="This link does not work any more"
        description="It was used, taken back, or is older than a day. Ask for a new one."
      >
        <Button asChild>
          <Link href="/">Go to the start</Link>
        </Button>
      </Entrance>
    )
  }
  const title = `Join ${offer.workspace}`
  if (user && user.email !== offer.email) {
    return (
      <Entrance
        title={title}
        description={`This invitation is for ${offer.email}, and you are signed in as ${user.email}. Sign out, then open the link again.`}
      >
        <LeaveButton />
      </Entrance>
    )
  }
  if (!user && offer.hasAccount) {
    return (
      <Entrance title={title} description={`Sign in as ${offer.email}, and you are asked once more.`}>
        <Button asChild variant="primary" size="lg">
          <Link href={`/sign-in?next=${encodeURIComponent(`/invite/${token}`)}`}>Sign in</Link>
        </Button>
      </Entrance>
    )
  }
  return (
    <Entrance
      title={title}
      description={`${offer.invitedBy ?? 'Someone'} invites ${offer.email} as ${offer.role === 'viewer' || offer.role === 'builder' ? 'a' : 'an'} ${offer.role}.`}
    >
      <AcceptForm token={token} asMember={user !== null} workspace={offer.workspace} />
    </Entrance>
  )
}
