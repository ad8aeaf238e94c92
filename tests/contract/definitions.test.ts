import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import { actions, connectors, getAction, getConnector } from '@/lib/connectors/index'

const named = actions.map((action) => [action.id, action] as const)

test('every connector has its contract tested', () => {
  // What speaks to a database is tried on a real one, beside the other tests that need one.
  const folders = ['connectors', '../integration/connectors']
  const files = folders.flatMap((folder) => readdirSync(join(import.meta.dirname, folder)))
  expect(files).toEqual(expect.arrayContaining(connectors.map(({ id }) => `${id}.test.ts`)))
})

test('each id is connector.noun.verb, once', () => {
  const ids = actions.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) {
    expect(id).toMatch(/^[a-z]+\.[a-z]+\.[a-z]+$/)
    expect(getConnector(id)?.actions.map((action) => action.id)).toContain(id)
  }
})

describe.each(named)('%s', (_, action) => {
  test('has two examples or more that its schemas take, and previews them in 120 characters', () => {
    expect(action.examples.length).toBeGreaterThanOrEqual(2)
    for (const { input, output } of action.examples) {
      const preview = action.preview(action.input.parse(input))
      expect(preview.length).toBeGreaterThan(5)
      expect(preview.length).toBeLessThanOrEqual(120)
      expect(preview).not.toContain('\n')
      action.output.parse(output)
    }
  })

  test('refuses fields that it does not know', () => {
    expect(action.input.safeParse({ ...action.examples[0].input, no_such_field: 1 }).success).toBe(false)
  })

  test('takes its pickers from read actions that give choices', () => {
    for (const { pick, pickInput } of fieldsOf(action)) {
      if (!pick) continue
      const picker = getAction(pick)
      expect(picker).toMatchObject({ id: pick, effect: 'read' })
      expect(picker?.choices?.(picker.output.parse(picker.examples[0].output)).length).toBeGreaterThan(0)
      const keys = fieldsOf(action).map(({ key }) => key)
      expect(Object.values(pickInput).every((sibling) => keys.includes(sibling))).toBe(true)
      expect(Object.keys(pickInput).every((key) => key in (picker?.input.shape ?? {}))).toBe(true)
    }
  })

  test('says what it does in words for people and for models', () => {
    for (const text of [action.summary, action.guidance]) expect(text).toMatch(/^[A-Z].*[.]$/s)
    expect(action.title.length).toBeLessThan(40)
    if (action.effect === 'read') expect([action.outward, action.repeat]).toEqual([false, 'safe'])
    else expect(fieldsOf(action).some(({ destination }) => destination)).toBe(true)
  })
})

test('a long value leaves a preview at 120 characters', () => {
  const long = 'x'.repeat(300)
  const slackInput = { channel: `C${'A'.repeat(100)}`, text: `${long}\n${long}`, thread: '1.1' }
  const cases = {
    'github.issue.create': { repo: `a/${long}`, title: 'y'.repeat(256) },
    'github.issue.comment': { repo: `a/${long}`, number: 7, body: long },
    'github.issue.label': { repo: `a/${long}`, number: 7, labels: Array.from({ length: 20 }, () => 'bug') },
    'github.issue.search': { repo: `a/${long}`, query: 'z'.repeat(200) },
    'github.commit.create': {
      repo: `a/${long}`,
      branch: 'b'.repeat(200),
      message: long,
      files: [{ path: 'p'.repeat(400), content: '' }],
    },
    'github.pull.create': { repo: `a/${long}`, head: 'b'.repeat(200), title: 't'.repeat(256) },
    'github.review.create': { repo: `a/${long}`, number: 7, verdict: 'comment', body: long },
    'github.release.create': { repo: `a/${long}`, tag: 't'.repeat(200) },
    'slack.message.post': { channel: slackInput.channel, text: slackInput.text },
    'slack.message.reply': slackInput,
    'jira.issue.create': { project: 'A'.repeat(31), issue_type: 'b'.repeat(100), summary: 'y'.repeat(255) },
    'jira.issue.comment': { key: 'SHOP-4', body: long },
    'jira.issue.search': { project: 'A'.repeat(31), query: 'z'.repeat(200) },
    'jira.issue.query': { jql: long },
    'slack.message.direct': { user: `U${'A'.repeat(100)}`, text: long },
    'slack.message.update': { channel: slackInput.channel, ts: '1.1', text: long },
    'slack.message.schedule': { channel: slackInput.channel, at: '2027-01-11T08:00:00Z', text: long },
    'slack.file.upload': { channel: slackInput.channel, name: 'x'.repeat(200), content: 'x' },
    'http.request.get': { url: `https://example.com/${long}` },
    'http.request.send': { method: 'DELETE', url: `https://example.com/${long}` },
  }
  for (const [id, input] of Object.entries(cases)) {
    const action = getAction(id)
    const preview = action?.preview(action.input.parse(input)) ?? ''
    expect(preview.length, id).toBeLessThanOrEqual(120)
    expect(preview.length, id).toBeGreaterThan(80)
  }
})

test.each(connectors.map((connector) => [connector.id, connector] as const))(
  '%s is checked by a read action of its own and keeps its secrets in secret fields',
  (id, connector) => {
    if (connector.check) {
      expect(getAction(connector.check)).toMatchObject({ effect: 'read' })
      expect(connector.check.startsWith(`${id}.`)).toBe(true)
    }
    const secrets = connector.fields.filter(({ secret }) => secret).map(({ key }) => key)
    expect([...new Set(secrets)]).toEqual(['token'])
  },
)
