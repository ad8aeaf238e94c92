import { randomBytes } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import type { WorkspaceId } from '@/lib/core/ids'

const newKey = () => randomBytes(32).toString('base64')
const here = { workspaceId: 'wsp_1' as WorkspaceId, rowId: 'con_1' }

/** The module as a process that was started with these keys has it. */
async function sealedUnder(key: string, earlier?: string) {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', 'postgres://nowhere')
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  vi.stubEnv('HANDRAIL_ENCRYPTION_KEY', key)
  vi.stubEnv('HANDRAIL_OLD_ENCRYPTION_KEY', earlier ?? '')
  return import('@/lib/services/secrets/seal')
}

describe('a sealed secret', () => {
  it('opens for the row that it was sealed for, and shows nothing of itself', async () => {
    const { seal, open, sealRecord, openRecord } = await sealedUnder(newKey())
    const sealed = seal('ghp_canary', here)
    expect(sealed.toString('latin1')).not.toContain('canary')
    expect(open(sealed, here)).toBe('ghp_canary')
    expect(seal('ghp_canary', here).equals(sealed)).toBe(false)
    expect(openRecord(sealRecord({ token: 'a', user: 'b' }, here), here)).toEqual({ token: 'a', user: 'b' })
  })

  it('opens for no other row or workspace', async () => {
    const { seal, open } = await sealedUnder(newKey())
    const sealed = seal('x', here)
    expect(() => open(sealed, { ...here, rowId: 'con_2' })).toThrow(/cannot be opened/)
    expect(() => open(sealed, { ...here, workspaceId: 'wsp_2' as WorkspaceId })).toThrow(/cannot be opened/)
  })

  it('is refused when any of its bytes was changed or cut', async () => {
    const { seal, open } = await sealedUnder(newKey())
    const sealed = seal('a secret', here)
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => open(changed, here)).toThrow()
    }
    expect(() => open(sealed.subarray(0, -1), here)).toThrow()
    expect(() => open(Buffer.alloc(0), here)).toThrow()
  })

  it('opens after the key was changed while the earlier key is known, and not without it', async () => {
    const [earlier, present] = [newKey(), newKey()]
    const sealed = (await sealedUnder(earlier)).seal('kept', here)
    const rotated = await sealedUnder(present, earlier)
    expect(rotated.open(sealed, here)).toBe('kept')
    expect(rotated.open(rotated.seal('new', here), here)).toBe('new')
    const { open } = await sealedUnder(present)
    expect(() => open(sealed, here)).toThrow(/encryption key/)
  })
})
