import { describe, expect, it } from 'vitest'
import { HandrailError } from '@/lib/core/errors'
import type { UserId, WorkspaceId } from '@/lib/core/ids'
import { type Actor, type Role, roles, scopes } from '@/lib/policy/actor'
import { authorize, may } from '@/lib/policy/authorize'
import { type Permission, permissions } from '@/lib/policy/permissions'

const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  userId: 'usr_1' as UserId,
  workspaceId: 'wsp_1' as WorkspaceId,
  role,
  name: 'Ada',
  via: 'session',
  scopes,
  ...more,
})

const all = Object.keys(permissions) as Permission[]
const allowed = (role: Role) => all.filter((permission) => may(actor(role), permission))

describe('the matrix of roles', () => {
  it('grants each role exactly what the table of SAFETY.md grants it', () => {
    const viewer = [
      'workspace.read',
      'workflow.read',
      'run.read',
      'approval.read',
      'connection.read',
      'provider.read',
      'member.read',
      'template.read',
      'token.read',
      'token.create',
      'practice.read',
      'member.leave',
    ]
    const operator = [...viewer, 'run.start', 'run.cancel', 'run.retry', 'run.resolve', 'approval.decide']
    const builder = [
      ...operator,
      'workflow.edit',
      'workflow.publish',
      'workflow.delete',
      'workflow.export',
      'workflow.test',
      'connection.create',
      'template.publish',
      'template.install',
    ]
    const admin = [
      ...builder,
      'workspace.rename',
      'workspace.policy',
      'run.delete',
      'connection.manage',
      'connection.configure',
      'provider.manage',
      'member.manage',
      'template.delete',
      'token.revoke',
      'audit.read',
    ]
    expect(allowed('viewer').sort()).toEqual(viewer.sort())
    expect(allowed('operator').sort()).toEqual(operator.sort())
    expect(allowed('builder').sort()).toEqual(builder.sort())
    expect(allowed('admin').sort()).toEqual(admin.sort())
    expect(allowed('owner').sort()).toEqual([...admin, 'member.grant_owner'].sort())
  })

  it('lets a builder use and change what is their own, and use what is shared', () => {
    const own = { ownerId: 'usr_1' as UserId, shared: false }
    const shared = { ownerId: 'usr_2' as UserId, shared: true }
    const foreign = { ownerId: 'usr_2' as UserId, shared: false }
    expect(may(actor('builder'), 'connection.use', own)).toBe(true)
    expect(may(actor('builder'), 'connection.use', shared)).toBe(true)
    expect(may(actor('builder'), 'connection.use', foreign)).toBe(false)
    expect(may(actor('owner'), 'connection.use', foreign)).toBe(false)
    expect(may(actor('operator'), 'connection.use', shared)).toBe(false)
    expect(may(actor('builder'), 'connection.manage', own)).toBe(true)
    expect(may(actor('builder'), 'connection.manage', shared)).toBe(false)
    expect(may(actor('admin'), 'connection.manage', foreign)).toBe(true)
  })

  it('answers as if it were absent for what belongs to another workspace, whatever the role', () => {
    for (const role of roles)
      for (const permission of all) {
        const attempt = () => authorize(actor(role), permission, { workspaceId: 'wsp_2' as WorkspaceId })
        expect(attempt).toThrow(expect.objectContaining({ code: 'not_found' }))
      }
  })

  it('narrows a token to its scopes and names the missing one', () => {
    const token = actor('owner', { via: 'token', scopes: ['read', 'run'] })
    expect(may(token, 'workflow.read')).toBe(true)
    expect(may(token, 'run.start')).toBe(true)
    expect(() => authorize(token, 'workflow.edit')).toThrow(/scope ‘build’/)
    expect(may(token, 'approval.decide')).toBe(false)
    expect(may(actor('viewer', { via: 'token' }), 'workflow.edit')).toBe(false)
  })

  it('says who can', () => {
    expect(() => authorize(actor('viewer'), 'workflow.edit')).toThrow(
      'You may not change workflows. Ask an owner, an admin or a builder of this workspace.',
    )
    expect(() => authorize(actor('viewer'), 'run.start')).toThrow(HandrailError)
  })
})
