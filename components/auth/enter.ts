import { signIn } from 'next-auth/react'

/** Signs in with a password. Gives null when it worked, else what to tell the person. */
export async function enter(email: string, password: string): Promise<string | null> {
  const answer = await signIn('credentials', { email, password, redirect: false }).catch(() => undefined)
  if (answer?.ok && !answer.error) return null
  if (!answer) return 'Handrail does not answer. Check your connection, then try again.'
  return wordsFor(answer.error ?? '')
}

/** Leaves for another service's sign-in page, and comes back to `next`. */
export async function enterWith(provider: string, next: string): Promise<void> {
  await signIn(provider, { callbackUrl: next })
}

/** What the codes in `?error=` mean. */
export function wordsFor(code: string): string {
  return known[code] ?? 'Signing in did not work. Try again.'
}

const known: Readonly<Record<string, string>> = {
  CredentialsSignin:
    'This e-mail and password do not belong together. Try again, or ask an admin for a reset link.',
  SlowDown: 'There were many attempts in a short time. Wait half a minute, then try again.',
  NotKnown: 'No account here belongs to that sign-in. Ask a member for an invitation first.',
  OAuthAccountNotLinked:
    'No account here belongs to that sign-in. Use your password, or ask for an invitation.',
  OAuthCallback: 'The other service did not finish signing you in. Try again.',
  AccessDenied: 'The other service did not let you in. Try again, or use your password.',
  SessionRequired: 'Sign in to see that page.',
}
