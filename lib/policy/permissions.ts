import type { Role, Scope } from './actor'

export type Rule = {
  /** Roles that may, whoever the thing belongs to. */
  readonly roles: readonly Role[]
  /** Roles that may when the thing is their own. */
  readonly ownerMay?: readonly Role[]
  /** Roles that may when the thing is shared with the workspace. */
  readonly sharedMay?: readonly Role[]
  /** What a token must hold, all of them. Sessions hold every scope. */
  readonly scopes: readonly [Scope, ...Scope[]]
  /** Completes ‘You may not …’. */
  readonly does: string
}

const everyone = ['owner', 'admin', 'builder', 'operator', 'viewer'] as const
const runners = ['owner', 'admin', 'builder', 'operator'] as const
const builders = ['owner', 'admin', 'builder'] as const
const admins = ['owner', 'admin'] as const
const owners = ['owner'] as const

const read = (does: string) => ({ roles: everyone, scopes: ['read'], does }) as const
const build = (does: string) => ({ roles: builders, scopes: ['build'], does }) as const
const run = (does: string) => ({ roles: runners, scopes: ['run'], does }) as const
const administer = (does: string) => ({ roles: admins, scopes: ['administer'], does }) as const

/** The closed matrix: everything that can be done in a workspace, and who may. A new operation is a new line here. */
export const permissions = {
  'workspace.read': read('see this workspace'),
  'workspace.rename': administer('rename the workspace'),
  'workspace.policy': administer('change the policy'),

  'workflow.read': read('see workflows'),
  'workflow.edit': build('change workflows'),
  'workflow.publish': build('publish a workflow or switch it on and off'),
  'workflow.delete': build('delete a workflow'),
  'workflow.export': build('export a workflow'),
  'workflow.test': build('test a draft'),

  'run.read': read('see runs'),
  'run.start': run('start a workflow'),
  'run.cancel': run('cancel a run'),
  'run.retry': run('retry a run'),
  'run.resolve': run('say what became of a step'),
  'run.delete': administer('delete a run'),

  'approval.read': read('see approvals'),
  'approval.decide': { roles: runners, scopes: ['approve'], does: 'decide approvals' },

  'connection.read': read('see connections'),
  'connection.create': build('add a connection'),
  'connection.use': {
    roles: [],
    ownerMay: builders,
    sharedMay: builders,
    scopes: ['build'],
    does: 'use this connection',
  },
  'connection.manage': {
    roles: admins,
    ownerMay: builders,
    scopes: ['build'],
    does: 'change this connection',
  },
  'connection.configure': administer('set the address of a connection or open it to private addresses'),

  'provider.read': read('see model providers'),
  'provider.manage': administer('change model providers'),

  'member.read': read('see members'),
  'member.manage': administer('manage members and invitations'),
  'member.leave': { roles: everyone, scopes: ['administer'], does: 'leave the workspace' },
  'member.grant_owner': {
    roles: owners,
    scopes: ['administer'],
    does: 'make someone an owner or unmake one',
  },

  'template.read': read('see the catalog'),
  'template.publish': build('publish a template'),
  'template.install': build('install a template'),
  'template.delete': {
    roles: admins,
    ownerMay: builders,
    scopes: ['build'],
    does: 'delete this template',
  },

  'token.read': { roles: everyone, scopes: ['administer'], does: 'see API tokens' },
  'token.create': { roles: everyone, scopes: ['administer'], does: 'make API tokens' },
  'token.revoke': {
    roles: admins,
    ownerMay: everyone,
    scopes: ['administer'],
    does: 'revoke this token',
  },

  'audit.read': administer('read the audit log'),
  'practice.read': read('see the practice services'),
} as const satisfies Record<string, Rule>

export type Permission = keyof typeof permissions
