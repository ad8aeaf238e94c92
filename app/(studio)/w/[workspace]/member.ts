import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { currentActor } from '@/lib/services/session/current-actor'
import { currentUser } from '@/lib/services/session/current-user'

/** The reader as a member of this workspace. Who is not signed in goes to sign-in; a stranger finds nothing. */
export async function member(params: Promise<{ workspace: string }>): Promise<Actor> {
  const { workspace } = await params
  const actor = await currentActor(workspace)
  if (actor) return actor
  if (await currentUser()) notFound()
  redirect(`/sign-in?next=${encodeURIComponent(`/w/${workspace}`)}`)
}

/** What a service gives; what it does not know becomes the page that says so. */
export async function orNotFound<Value>(value: Promise<Value>): Promise<Value> {
  try {
    return await value
  } catch (error) {
    if (error instanceof HandrailError && error.code === 'not_found') notFound()
    throw error
  }
}
