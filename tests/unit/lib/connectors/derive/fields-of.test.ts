import { expect, test } from 'vitest'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import { outputsOf } from '@/lib/connectors/derive/outputs-of'
import { scopesFor } from '@/lib/connectors/derive/scopes-for'
import { toPaletteEntry } from '@/lib/connectors/derive/to-palette-entry'
import { actions, getAction, getConnector } from '@/lib/connectors/index'
import { pickedNames } from '@/lib/workflow/picked-names'
import { reservedWords } from '@/lib/workflow/reserved-words'

test('a form has a field for each input, with what the inspector needs to draw it', () => {
  const fields = fieldsOf(getAction('github.issue.list') ?? raise())
  expect(fields.map(({ key, control, required, type }) => [key, control, required, type])).toEqual([
    ['repo', 'text', true, 'string'],
    ['state', 'choice', false, 'string'],
    ['labels', 'tags', false, 'list'],
    ['since', 'text', false, 'string'],
    ['limit', 'number', false, 'number'],
  ])
  expect(fields[0]).toMatchObject({ title: 'Repository', pick: 'github.repo.search', destination: true })
  expect(fields[1]).toMatchObject({ choices: ['open', 'closed', 'all'] })
  expect(fields[2]).toMatchObject({ pick: 'github.label.list', pickInput: { repo: 'repo' } })
})

test('outputs are named for people, lists say what an entry holds', () => {
  const outputs = outputsOf(getAction('github.issue.search') ?? raise())
  expect(outputs.map(({ key, title, type }) => [key, title, type])).toEqual([
    ['issues', 'Issues', 'list'],
    ['count', 'How many', 'number'],
  ])
  expect(outputs[0]?.fields.find(({ key }) => key === 'title')).toMatchObject({
    title: 'Title',
    type: 'string',
  })
})

test.each(actions.map((each) => [each.id, each] as const))(
  '%s names every field for people and for paths',
  (_, each) => {
    const keys: string[] = []
    for (const field of fieldsOf(each)) {
      expect(field.title).toMatch(/^[A-Z]/)
      keys.push(field.key)
    }
    const visit = (outputs: ReturnType<typeof outputsOf>): void => {
      for (const output of outputs) {
        expect(output.title).toMatch(/^[A-Z]/)
        keys.push(output.key)
        visit(output.fields)
      }
    }
    visit(outputsOf(each))
    expect(keys.filter((key) => !/^[a-z][a-z0-9_]{0,40}$/.test(key) || reservedWords.has(key))).toEqual([])
  },
)

test('a palette entry carries its connector and its effect', () => {
  expect(toPaletteEntry(getAction('slack.message.post') ?? raise())).toMatchObject({
    connector: 'slack',
    connectorTitle: 'Slack',
    title: 'Post a message',
    effect: 'irreversible',
    outward: true,
    needsConnection: true,
  })
})

test('scopes are those of the actions that are used, once each', () => {
  const slack = getConnector('slack') ?? raise()
  expect(scopesFor(slack, ['slack.message.post', 'slack.channel.list', 'github.issue.get'])).toEqual([
    'channels:history',
    'channels:read',
    'chat:write',
  ])
  expect(scopesFor(slack, [])).toEqual([])
})

test('a preview says what people call a picked value, where it is known', () => {
  const post = getAction('slack.message.post') ?? raise()
  const input = post.input.parse({ channel: 'C000000004', text: 'Down' })
  const names = pickedNames({ channel: { value: 'C000000004', label: '#ops' }, text: { value: 'Down' } })
  expect(post.preview(input, names)).toBe('Post to #ops: “Down”')
  expect(post.preview(input)).toBe('Post to C000000004: “Down”')
})

function raise(): never {
  throw new Error('no such action')
}
