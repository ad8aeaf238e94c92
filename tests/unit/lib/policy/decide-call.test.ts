import { describe, expect, it } from 'vitest'
import { decideCall } from '@/lib/policy/decide-call'
import { defaultPolicy, type WorkspacePolicy } from '@/lib/policy/workspace-policy'
import { testActions } from '@/tests/support/test-actions'

const call = (
  id: string,
  agentCalls: WorkspacePolicy['agentCalls'],
  approval?: 'policy' | 'always' | 'never',
) => {
  const action = testActions.get(id)
  if (!action) throw new Error(id)
  return decideCall(action, { kind: 'agent', approval }, { ...defaultPolicy, agentCalls })
}

describe('a call that a model chose', () => {
  it.each([
    ['test.issue.get', 'reads_free', 'allow'],
    ['test.thing.do', 'reads_free', 'ask'],
    ['test.message.send', 'reads_free', 'ask'],
    ['test.issue.get', 'writes_free', 'allow'],
    ['test.thing.do', 'writes_free', 'allow'],
    ['test.message.send', 'writes_free', 'ask'],
    ['test.thing.do', 'all_free', 'allow'],
    ['test.message.send', 'all_free', 'allow'],
  ] as const)('%s under %s: %s', (id, policy, decision) => {
    expect(call(id, policy)).toBe(decision)
  })

  it('is asked for whenever its tool says always, and never less than the policy says', () => {
    expect(call('test.issue.get', 'all_free', 'always')).toBe('ask')
    expect(call('test.message.send', 'writes_free', 'never')).toBe('ask')
  })
})
