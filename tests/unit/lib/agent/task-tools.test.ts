import { expect, it } from 'vitest'
import { planCalls } from '@/lib/agent/plan-calls'
import { toTaskTools } from '@/lib/agent/task-tools'
import { getAction } from '@/lib/connectors/index'
import { call, turn } from './builders'

it('offers an action twice under two names, each call leading back to its own place', () => {
  const action = getAction('github.issue.comment')
  if (!action) throw new Error('no such action')
  const repo = (value: string) => ({ action, fields: { repo: { mode: 'fixed', value } as const } })
  const tools = toTaskTools([repo('acme/site'), repo('acme/app')])
  expect(tools.map((tool) => tool.name)).toEqual(['github__issue__comment', 'github__issue__comment_2'])
  expect(JSON.stringify(tools[0]?.schema)).not.toContain('repo')
  const asked = call('github__issue__comment_2', { number: 1, body: 'Hello' })
  expect(planCalls({ tools }, turn({ calls: [asked] }))).toMatchObject([
    { do: 'run', action: 'github.issue.comment', tool: 1 },
  ])
})
