import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answerJson } from './support/far-side'
import { type RunWorld, runWorld, stepOf } from './support/run-world'

let world: RunWorld
beforeAll(async () => {
  world = await runWorld()
})
afterAll(() => world.close())
beforeEach(() => {
  world.far.requests.length = 0
  world.far.answer = answerJson({ fine: true })
})

const form = (...fields: unknown[]) => ({ id: 'start', type: 'trigger.form', config: { fields } })
const get = (id: string, path: string, more: Record<string, unknown> = {}) => ({
  id,
  type: 'action',
  action: 'http.request.get',
  connection: world.connection,
  input: { url: { text: `${world.far.url}${path}` } },
  ...more,
})

describe('a run', () => {
  it('goes through actions and the branch that a condition takes, and tells each step', async () => {
    world.far.answer = ({ path }, response) => answerJson({ path, level: 'high' })({} as never, response)
    const workflow = await world.workflow({
      nodes: [
        form({ key: 'number', label: 'Issue number', type: 'number', required: true }),
        get('issue', '/issues/{{ start.number }}'),
        {
          id: 'urgent',
          type: 'condition',
          config: {
            branches: [
              {
                exit: 'high',
                when: {
                  left: { from: 'issue', path: ['body', 'level'] },
                  is: 'equals',
                  right: { value: 'high' },
                },
              },
            ],
            otherwise: 'low',
          },
        },
        get('tell', '/tell'),
        get('file', '/file'),
      ],
      edges: ['start>issue', 'issue>urgent', 'urgent:high>tell', 'urgent:low>file'],
    })
    const run = await world.run(workflow, { number: 7 })
    expect(run.error).toBeNull()
    expect(run.status).toBe('succeeded')
    expect(run.steps.map(({ path, status, exit }) => [path, status, exit])).toEqual([
      ['start', 'succeeded', 'out'],
      ['issue', 'succeeded', 'out'],
      ['urgent', 'succeeded', 'high'],
      ['tell', 'succeeded', 'out'],
      ['file', 'skipped', null],
    ])
    expect(stepOf(run, 'issue').input).toEqual({ url: `${world.far.url}/issues/7` })
    expect(world.far.requests.map(({ path }) => path)).toEqual(['/issues/7', '/tell'])
    expect(world.far.requests[0]?.headers.authorization).toBe('Bearer far-secret')
    expect(JSON.stringify(run)).not.toContain('far-secret')
  })

  it('refuses input that does not fit the form, saying what is wrong with each field', async () => {
    const workflow = await world.workflow({
      nodes: [form({ key: 'number', label: 'Issue number', type: 'number', required: true })],
      edges: [],
    })
    await expect(world.start(workflow, { number: 'many', colour: 'red' })).rejects.toMatchObject({
      code: 'invalid_input',
      field: 'input.number',
      message: 'Issue number: write a number. colour: the form has no such field.',
    })
  })
})
