'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../api/client'
import { enter } from './enter'

type Entrance<Answer> = {
  readonly path: string
  readonly body: object
  /** With what to sign in once the call has worked. Nothing for who is signed in already. */
  readonly signIn: (answer: Answer) => { email: string; password: string } | null
  /** Where that leads. */
  readonly leadsTo: (answer: Answer) => string
}

/**
 * A call that gives someone a way in, and then goes in: to where it leads or, where signing in did not work, to the page
 * for that. `cause` is what the call threw. It stays busy while the next page comes.
 */
export function useEntering() {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [cause, setCause] = useState<unknown>(null)
  async function goIn<Answer>({ path, body, signIn, leadsTo }: Entrance<Answer>): Promise<void> {
    setBusy(true)
    setCause(null)
    try {
      const answer = await callApi<Answer>({ path, method: 'POST', body, workspace: null })
      const account = signIn(answer)
      const problem = account && (await enter(account.email, account.password))
      router.replace(problem === null ? leadsTo(answer) : '/sign-in')
      router.refresh()
    } catch (thrown) {
      setCause(thrown)
      setBusy(false)
    }
  }
  return { goIn, busy, cause }
}
