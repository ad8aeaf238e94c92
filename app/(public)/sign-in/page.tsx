import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { Entrance } from '@/components/auth/entrance'
import { SignInForm } from '@/components/auth/sign-in-form'
import { signInProviderNames } from '@/lib/auth/sign-in-providers'
import { currentUser } from '@/lib/services/session/current-user'
import { isSetUp } from '@/lib/services/set-up/is-set-up'

export const metadata = { title: 'Sign in' }

type SignInProps = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignIn({ searchParams }: SignInProps) {
  await connection()
  const query = await searchParams
  const next = ownPath(query.next ?? query.callbackUrl)
  if (!(await isSetUp())) redirect('/set-up')
  if (await currentUser()) redirect(next)
  return (
    <Entrance title="Sign in">
      <SignInForm
        providers={signInProviderNames()}
        next={next}
        {...(typeof query.error === 'string' ? { failed: query.error } : {})}
      />
    </Entrance>
  )
}

/** Only paths of our own: an address from outside never decides where a signed-in person goes. */
function ownPath(value: string | string[] | undefined): string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : '/'
}
