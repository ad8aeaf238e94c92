import { signOut } from 'next-auth/react'

/** Ends the session of this browser and shows the sign-in page. */
export async function leave(): Promise<void> {
  await signOut({ callbackUrl: '/sign-in' })
}
