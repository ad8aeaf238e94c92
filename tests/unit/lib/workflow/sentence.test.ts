import { describe, expect, it } from 'vitest'
import { actionCatalog, actions } from '@/lib/connectors/index'
import { nodeSchema } from '@/lib/workflow/document'
import type { SentencePart } from '@/lib/workflow/sentence/part'
import { sentenceOf } from '@/lib/workflow/sentence/sentence-of'

const names = new Map([
  ['issue', 'Read the issue'],
  ['start', 'New request'],
])

/** `Post to *#ops*: “<title>”`: `*value*`, `<reference>`, `[blank]`, `!broken!`. */
const tell = (node: object) =>
  sentenceOf(nodeSchema.parse({ id: 'it', ...node }), { actions: actionCatalog, names })
    .map(marked)
    .join('')

function marked(part: SentencePart): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'value') return `*${part.text}*`
  if (part.kind === 'blank') return `[${part.text}]`
  return part.isBroken ? `!${part.text}!` : `<${part.text}>`
}

describe('the sentence of a card', () => {
  it.each<[string, object]>([
    [
      'Post to *#ops*: “*New: *<title>* of *!name!”',
      {
        type: 'action',
        action: 'slack.message.post',
        input: { channel: { value: '#ops' }, text: { text: 'New: {{ issue.title }} of {{ gone.name }}' } },
      },
    ],
    ['Post to [channel]: “[text]”', { type: 'action', action: 'slack.message.post', input: {} }],
    [
      'Read issue #<number> of *acme/site*',
      {
        type: 'action',
        action: 'github.issue.get',
        input: { repo: { value: 'acme/site' }, number: { from: 'start', path: ['number'] } },
      },
    ],
    ['An action that is not there: a.b.c', { type: 'action', action: 'a.b.c', input: {} }],
    [
      'Let a model work: *Classify *<title>, with *Search issues*, and give *Severity*',
      {
        type: 'agent',
        config: {
          instructions: { text: 'Classify {{ issue.title }}' },
          tools: [{ action: 'github.issue.search', fields: {} }],
          output: [{ key: 'severity', label: 'Severity', type: 'text' }],
        },
      },
    ],
    [
      'Let a model work: *Judge the issue that came in, say how severe it is for our customers…*',
      {
        type: 'agent',
        config: {
          instructions: {
            text: 'Judge the issue that came in, say how severe it is for our customers, and name everyone who ought to know of {{ issue.title }}',
          },
          tools: [],
          output: [],
        },
      },
    ],
    [
      'Let a model work: [what to do]',
      { type: 'agent', config: { instructions: { text: '' }, tools: [], output: [] } },
    ],
    [
      'Ask 2 of *an operator*, *an admin* or *a member* to approve within 2 days',
      {
        type: 'approval',
        config: {
          approvers: [{ role: 'operator' }, { role: 'admin' }, { member: 'usr_1' }],
          quorum: 2,
          deadline: 'P2D',
        },
      },
    ],
    ['Ask [somebody] to approve', { type: 'approval', config: { approvers: [] } }],
    [
      'If <level> is *high* and <title> is not empty, go *high*, otherwise *low*',
      {
        type: 'condition',
        config: {
          branches: [
            {
              exit: 'high',
              when: {
                all: [
                  { left: { from: 'issue', path: ['level'] }, is: 'equals', right: { value: 'high' } },
                  { left: { from: 'issue', path: ['title'] }, is: 'is_not_empty' },
                ],
              },
            },
          ],
          otherwise: 'low',
        },
      },
    ],
    ['Starts when someone presses Run', { type: 'trigger.form', config: { fields: [] } }],
    [
      'Starts *every weekday at 09:00*, Europe/Berlin time',
      { type: 'trigger.schedule', config: { cron: '0 9 * * 1-5', zone: 'Europe/Berlin' } },
    ],
    [
      'Starts on the schedule *7 3 */2 * **, UTC time',
      { type: 'trigger.schedule', config: { cron: '7 3 */2 * *', zone: 'UTC' } },
    ],
    [
      'Set total to <n>',
      { type: 'set', config: { fields: [{ key: 'total', value: { text: '{{ issue.n }}' } }] } },
    ],
    [
      'Set total to !a deleted step!',
      { type: 'set', config: { fields: [{ key: 'total', value: { from: 'gone', path: [] } }] } },
    ],
    ['Wait *1 hour 30 minutes*', { type: 'wait', config: { for: 'PT1H30M' } }],
    [
      'End the run as failed: *No *<number>',
      { type: 'stop', config: { status: 'failed', message: { text: 'No {{ start.number }}' } } },
    ],
  ])('%s', (sentence, node) => {
    expect(tell(node)).toBe(sentence)
  })

  it.each(actions.map(({ id }) => id))('is whole for %s, untouched', (action) => {
    const sentence = tell({ type: 'action', action, input: {} })
    expect(sentence.length).toBeGreaterThan(5)
    expect(sentence).not.toMatch(/undefined|null|\[object|[\uE000-\uF8FF]/)
  })
})
