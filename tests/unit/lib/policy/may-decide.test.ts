import { describe, expect, it } from 'vitest'
import { mayDecide, type Person } from '@/lib/policy/may-decide'

const ann: Person = { userId: 'ann', role: 'operator' }
const ben: Person = { userId: 'ben', role: 'operator' }
const vera: Person = { userId: 'vera', role: 'viewer' }
const byOperators = { approverRoles: ['operator'], approverMembers: [], startedBy: 'ann' }

const decide = (
  person: Person,
  { approval = byOperators, everyone = [ann, ben, vera], selfApproval = false } = {},
) => mayDecide(approval, person, { everyone, selfApproval })

describe('who may decide', () => {
  it('is whoever is named by role or in person', () => {
    expect(decide(ben)).toEqual({ may: true, isOwnRun: false })
    expect(decide(vera).may).toBe(false)
    expect(decide(ben, { approval: { ...byOperators, approverRoles: [] } }).may).toBe(false)
  })

  it('is not the person who started the run, unless nobody else could or the policy allows it', () => {
    expect(decide(ann)).toMatchObject({ may: false, why: expect.stringContaining('started this run') })
    expect(decide(ann, { everyone: [ann, vera] })).toEqual({ may: true, isOwnRun: true })
    expect(decide(ann, { selfApproval: true })).toEqual({ may: true, isOwnRun: true })
  })

  it('goes by the role that a person has now', () => {
    expect(
      decide({ userId: 'ben', role: 'operator' }, { everyone: [ann, { ...ben, role: 'viewer' }] }).may,
    ).toBe(false)
    expect(decide(ben, { everyone: [ann] }).may).toBe(false)
  })

  it('is never a viewer, even one that is named', () => {
    expect(decide(vera, { approval: { ...byOperators, approverRoles: ['viewer'] } }).may).toBe(false)
  })
})
