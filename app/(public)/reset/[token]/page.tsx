import Link from 'next/link'
import { connection } from 'next/server'
import { Entrance } from '@/components/auth/entrance'
import { ResetForm } from '@/components/auth/reset-form'
import { Button } from '@/components/ui/button'
import { readReset } from '@/lib/services/accounts/reset-password'

export const metadata = { title: 'New password' }

export default async function Reset({ params }: { params: Promise<{ token: string }> }) {
  await connection()
  const { token } = await params
  const offer = await readReset(token)
  if (!offer) {
    return (
      <Entrance
        title="This link does not work any more"
        description="It was used or is older than a day. Ask an admin for a new one."
      >
        <Button asChild>
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </Entrance>
    )
  }
  return (
    <Entrance
      title="Choose a new password"
      description={`For ${offer.email}. Every browser that is signed in is signed out.`}
    >
      <ResetForm token={token} />
    </Entrance>
  )
}
