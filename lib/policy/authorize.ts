import { HandrailError } from '../core/errors'
import type { UserId, WorkspaceId } from '../core/ids'
import type { Actor, Role, Scope } from './actor'
import { type Permission, permissions, type Rule } from './permissions'

/** What is acted on, as far as the rules ask: where it lives, whose it is, and whether it is shared. */
export type Resource = {
  readonly workspaceId?: WorkspaceId
  readonly ownerId?: UserId | null
  readonly shared?: boolean
}

/**
 * The one gate of Handrail. Returns when the actor may do this, and otherwise throws a `HandrailError`: `not_found`
 * for what belongs to another workspace (as if it were absent), `forbidden` with a sentence that says who can for
 * the rest. Anything that the table does not grant is refused.
 */
export function authorize(actor: Actor, permission: Permission, resource: Resource = {}): void {
  if (resource.workspaceId !== undefined && resource.workspaceId !== actor.workspaceId) {
    throw new HandrailError({
      code: 'not_found',
      who: 'user',
      retry: 'no',
      message: 'There is nothing here.',
    })
  }
  const rule: Rule = permissions[permission]
  if (!includes(rule.scopes, actor.scopes)) {
    throw refusal(
      `This token may not ${rule.does}. Make one with the scope ‘${rule.scopes[0]}’ in Settings, API tokens.`,
    )
  }
  if (grants(rule.roles, actor.role)) return
  if (rule.ownerMay && resource.ownerId === actor.userId && grants(rule.ownerMay, actor.role)) return
  if (rule.sharedMay && resource.shared === true && grants(rule.sharedMay, actor.role)) return
  throw refusal(`You may not ${rule.does}. ${whoMay(rule)}`)
}

/** The same rules as a question: what the interface shows and what lists leave out. */
export function may(actor: Actor, permission: Permission, resource: Resource = {}): boolean {
  try {
    authorize(actor, permission, resource)
    return true
  } catch (error) {
    if (error instanceof HandrailError) return false
    throw error
  }
}

function grants(granted: readonly Role[], role: Role): boolean {
  return granted.includes(role)
}

function includes(wanted: readonly Scope[], held: readonly Scope[]): boolean {
  return wanted.every((scope) => held.includes(scope))
}

function whoMay(rule: Rule): string {
  if (rule.roles.length > 0) return `Ask ${peopleOf(rule.roles)} of this workspace.`
  return 'Ask the person it belongs to to share it, or a builder of this workspace to do it.'
}

function peopleOf(granted: readonly Role[]): string {
  const [first = 'owner', ...rest] = granted
  const article = (role: string) => (/^[aeiou]/.test(role) ? `an ${role}` : `a ${role}`)
  const last = rest.at(-1)
  if (last === undefined) return article(first)
  return `${[first, ...rest.slice(0, -1)].map(article).join(', ')} or ${article(last)}`
}

function refusal(message: string): HandrailError {
  return new HandrailError({ code: 'forbidden', who: 'user', retry: 'no', message })
}
