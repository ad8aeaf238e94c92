import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { Entrance } from '@/components/auth/entrance'
import { OwnerForm } from '@/components/auth/owner-form'
import { isSetUp } from '@/lib/services/set-up/is-set-up'

export const metadata = { title: 'Set up' }

export default async function SetUp() {
  await connection()
  if (await isSetUp()) redirect('/sign-in')
  return (
    <Entrance
      title="Welcome"
      description="You are the first one here. Make the owner account; a practice workspace is ready behind it, where nothing leaves this machine."
    >
      <OwnerForm />
    </Entrance>
  )
}
