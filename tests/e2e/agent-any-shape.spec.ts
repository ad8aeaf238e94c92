import { expect, test } from '@playwright/test'
import type { Field } from '@/lib/workflow/field'
import type { RunView } from '@/lib/workflow/views/run-view'
import { apiClient } from '../support/api-client'
import { editorOf } from './support/editor'
import { owner, practice, productUrl } from './support/owner'
import { practiceConnections } from './support/practice-connections'
import { randomFrom } from './support/random-from'
import { signInByForm } from './support/sign-in-by-form'

const seed = Number(process.env.HANDRAIL_TEST_SEED ?? Date.now() % 1_000_000)

/** The practice model has to answer in any shape that people think of: names, fields and choices are picked at random. */
test('an agent answers in a shape picked at random', async ({ page }) => {
  test.setTimeout(180_000)
  console.log(`seed ${seed}: set HANDRAIL_TEST_SEED=${seed} to repeat it`)
  const random = randomFrom(seed)
  const names = random.some(
    ['Grade it', 'Look closely', 'Second opinion', 'Sort the mail', 'Estimate', 'Weigh'],
    2,
  )
  const form = random.one(['reference', 'case_no', 'which_one', 'ticket'])
  const output = randomOutput(random)
  const choice = output.find(({ type }) => type === 'choice')
  const text = output.find(({ type }) => type === 'text')
  if (!choice?.choices || !text) throw new Error('Every shape has a choice and a text.')
  const [agent, ending] = [random.slug(), random.slug()]
  const { github } = await practiceConnections(apiClient(productUrl(), owner.token))
  const document = {
    schema: 1,
    nodes: [
      {
        id: 'begin',
        type: 'trigger.form',
        name: 'Begin',
        config: { fields: [{ key: form, label: 'Number', type: 'number', required: true }] },
      },
      {
        id: 'source',
        type: 'action',
        name: 'Fetch',
        action: 'github.issue.get',
        connection: github,
        input: {
          repo: { value: random.one(['acme/website', 'acme/api']) },
          number: { from: 'begin', path: [form] },
        },
      },
      {
        id: agent,
        type: 'agent',
        name: names[0],
        config: {
          instructions: { text: `Fill in every field about: {{ source.title }}\n\n{{ source.body }}` },
          tools: [],
          output,
        },
      },
      {
        id: 'fork',
        type: 'condition',
        name: 'Which way?',
        config: {
          branches: choice.choices.map((each, at) => ({
            exit: `way_${at}`,
            label: each,
            when: {
              all: [{ left: { from: agent, path: [choice.key] }, is: 'equals', right: { value: each } }],
            },
          })),
          otherwise: 'none',
        },
      },
      {
        id: ending,
        type: 'set',
        name: names[1],
        config: { fields: [{ key: 'told', value: { text: `{{ ${agent}.${text.key} }}` } }] },
      },
    ],
    edges: [
      { from: 'begin', exit: 'out', to: 'source' },
      { from: 'source', exit: 'out', to: agent },
      { from: agent, exit: 'out', to: 'fork' },
      ...choice.choices.map((_, at) => ({ from: 'fork', exit: `way_${at}`, to: ending })),
    ],
  }
  const api = apiClient(productUrl(), owner.token)
  const made = await api.post('/workflows', { name: `Any shape ${seed}`, document })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const published = await api.post(`/workflows/${made.body.id}/publish`, {})
  expect(published.status, JSON.stringify(published.body)).toBe(201)
  const started = await api.post(`/workflows/${made.body.id}/runs?wait=60`, {
    input: { [form]: random.from(1, 3) },
  })
  const run: RunView = started.body
  expect(run.status, JSON.stringify(run.error ?? run)).toBe('succeeded')

  const answer = run.steps.find(({ node, parent }) => node === agent && parent === null)?.output
  console.log(JSON.stringify(answer))
  expect(Object.keys(Object(answer)).sort()).toEqual(output.map(({ key }) => key).sort())
  for (const field of output)
    expect(isOf(field, Reflect.get(Object(answer), field.key)), field.key).toBe(true)
  const last = run.steps.find(({ node }) => node === ending)
  expect(last?.output).toEqual({ told: Reflect.get(Object(answer), text.key) })

  await signInByForm(page, productUrl(), owner)
  await page.goto(`${productUrl()}/w/${practice}/workflows/${made.body.id}?run=${run.id}`)
  const { card } = editorOf(page)
  for (const name of ['Begin', 'Fetch', 'Which way?', ...names])
    await expect(card(name)).toContainText('Done')
})

/** A choice and a text under chosen names, and up to three fields of any other type. */
function randomOutput(random: ReturnType<typeof randomFrom>): Field[] {
  const keys = random.some(
    ['verdict', 'mood', 'owner_team', 'reason', 'gist', 'effort', 'is_new', 'areas', 'due'],
    5,
  )
  const choices = random.some(
    ['red', 'amber', 'green', 'now', 'later', 'billing', 'shipping'],
    random.from(2, 4),
  )
  const others = random.some(['number', 'boolean', 'list', 'long_text'] as const, random.from(0, 3))
  return [
    { key: keys[0] ?? 'verdict', type: 'choice', choices },
    { key: keys[1] ?? 'gist', type: 'text' },
    ...others.map((type, at) => ({ key: keys[at + 2] ?? `field_${at}`, type })),
  ]
}

function isOf({ type, choices }: Field, value: unknown): boolean {
  if (type === 'choice') return typeof value === 'string' && choices?.includes(value) === true
  if (type === 'number' || type === 'boolean') return typeof value === type
  if (type === 'list') return Array.isArray(value)
  return typeof value === 'string' && value.length > 0
}
