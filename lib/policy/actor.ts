import type { UserId, WorkspaceId } from '../core/ids'

export const roles = ['owner', 'admin', 'builder', 'operator', 'viewer'] as const

export type Role = (typeof roles)[number]

/** What a token may be allowed to do. A session may do all of them; the member's role narrows both. */
export const scopes = ['read', 'build', 'run', 'approve', 'administer'] as const

export type Scope = (typeof scopes)[number]

/** A member of a workspace, acting now. Made only from a checked session or token. */
export type Actor = {
  readonly userId: UserId
  readonly workspaceId: WorkspaceId
  readonly role: Role
  readonly name: string
  readonly via: 'session' | 'token'
  readonly scopes: readonly Scope[]
}
