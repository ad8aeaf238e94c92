import { describe, expect, it } from 'vitest'
import { outputSchema } from '@/lib/agent/output-schema'
import type { Json } from '@/lib/core/json'
import { answerQuestion } from '@/lib/practice/model/answer-question'
import type { OfferedTool, Question } from '@/lib/practice/model/question'
import type { Field } from '@/lib/workflow/field'

function question(part: Partial<Question>): Question {
  return {
    system: [],
    user: [],
    tools: [],
    mayCall: true,
    calls: [],
    schema: null,
    wantsJson: false,
    ...part,
  }
}

function fill(fields: readonly Field[], said: string): Record<string, Json> {
  return JSON.parse(answerQuestion(question({ user: [said], schema: outputSchema(fields) })).text)
}

const data = (value: Json) => `<data of="input">\n${JSON.stringify(value)}\n</data>`

const severity: Field = { key: 'severity', type: 'choice', choices: ['low', 'medium', 'high'] }

describe('a choice', () => {
  it.each([
    ['The app crashes on save and all data is lost', 'high'],
    ['There is a security hole in the login', 'high'],
    ['Typo on the imprint page', 'low'],
    ['A question: how do I export?', 'low'],
    ['The sidebar jumps when it opens', 'medium'],
  ])('of a degree follows how grave the text is: %s', (title, expected) => {
    expect(fill([severity], `Classify: ${title}`)).toEqual({ severity: expected })
    expect(
      fill([severity], `Judge how severe this is. Say low, medium or high.\n${data({ title })}`),
    ).toEqual({
      severity: expected,
    })
    expect(fill([severity], `Judge the severity of the issue "${title}" as low, medium or high.`)).toEqual({
      severity: expected,
    })
  })

  it('of another kind follows its words', () => {
    const kind: Field = { key: 'kind', type: 'choice', choices: ['billing', 'technical', 'other'] }
    expect(fill([kind], data({ body: 'My invoice is wrong, I want a refund.' }))).toEqual({ kind: 'billing' })
    expect(fill([kind], data({ body: 'Good morning everyone here.' }))).toEqual({ kind: 'other' })
  })

  it('is made from what follows a heading, not from the list of what may be answered', () => {
    const degrees: Field = { key: 'severity', type: 'choice', choices: ['low', 'medium', 'high', 'critical'] }
    const order = 'Judge how severe this is: low, medium, high or critical.'
    expect(fill([degrees], `${order}\n\nTitle: Search finds nothing\n\nSince Monday.`)).toEqual({
      severity: 'high',
    })
    expect(fill([degrees], `${order}\n\nTitle: Keep a cart\n\nFor later.`)).toEqual({ severity: 'medium' })
  })

  it('is found in any language by its own word', () => {
    const urgency: Field = { key: 'urgency', type: 'choice', choices: ['später', 'très élevée', '高'] }
    expect(fill([urgency], data({ note: 'Priorité très élevée, merci.' }))).toEqual({
      urgency: 'très élevée',
    })
    expect(fill([urgency], data({ note: 'Das kann später kommen.' }))).toEqual({ urgency: 'später' })
  })

  it('is not misled by what is denied', () => {
    expect(fill([severity], data({ text: 'This is not urgent, the footer has the wrong colour' }))).toEqual({
      severity: 'medium',
    })
  })
})

describe('the fields of an answer', () => {
  it('come from the data by name, and from the text by kind', () => {
    const filled = fill(
      [
        { key: 'title', type: 'text' },
        { key: 'number', type: 'number' },
        { key: 'contact', type: 'email', required: false },
        { key: 'due', type: 'date', required: false },
        { key: 'is_urgent', type: 'boolean' },
        { key: 'labels', type: 'list' },
        { key: 'summary', type: 'long_text' },
        { key: 'extra', type: 'object' },
      ],
      `Read the issue.\n${data({
        number: 42,
        title: 'Checkout crashes',
        body: 'Payment fails with an error. Write to ada@example.org before 2026-05-04.',
      })}`,
    )
    expect(filled).toMatchObject({
      title: 'Checkout crashes',
      number: 42,
      contact: 'ada@example.org',
      due: '2026-05-04',
      is_urgent: true,
      labels: expect.arrayContaining(['bug', 'billing']),
      summary: expect.stringContaining('Payment fails with an error.'),
    })
    expect(JSON.parse(String(filled.extra))).toBeTypeOf('object')
  })

  it('are null where nothing is known and null is allowed', () => {
    expect(fill([{ key: 'contact', type: 'email', required: false }], 'Nobody is named.')).toEqual({
      contact: null,
    })
  })

  it('count and name the entries of a list', () => {
    const issues = ['Slow search', 'Broken link', 'Dark mode'].map((title, index) => ({
      number: index,
      title,
    }))
    const filled = fill(
      [
        { key: 'issue_count', type: 'number' },
        { key: 'digest', type: 'long_text' },
        { key: 'titles', type: 'list' },
      ],
      `Write a digest of the issues.\n${data({ issues })}`,
    )
    expect(filled).toEqual({
      issue_count: 3,
      digest: '3 entries:\n• #0 Slow search\n• #1 Broken link\n• #2 Dark mode',
      titles: ['Slow search', 'Broken link', 'Dark mode'],
    })
  })
})

describe('what is written into the instructions', () => {
  it('is told from the rules for judging it, and labels come from those that are listed', () => {
    const order =
      'Judge this issue. It is high when data is lost or customers cannot pay; otherwise it is low. Choose labels.'
    const fields: Field[] = [
      { key: 'severity', type: 'choice', choices: ['high', 'low'] },
      { key: 'summary', type: 'text' },
      { key: 'labels', type: 'list', help: 'One or two of: bug, enhancement, question, needs info.' },
    ]
    expect(fill(fields, `${order}\n\nTitle: Dark mode for the order list\n\nPlease add it.`)).toEqual({
      severity: 'low',
      summary: 'Dark mode for the order list. Please add it.',
      labels: ['enhancement'],
    })
    expect(
      fill(fields, `${order}\n\nTitle: Checkout does nothing on Safari\n\nFour customers wrote.`),
    ).toEqual({
      severity: 'high',
      summary: 'Checkout does nothing on Safari. Four customers wrote.',
      labels: ['bug'],
    })
  })

  it('is told from the question that is asked about it', () => {
    const fields: Field[] = [{ key: 'summary', type: 'text' }]
    const told =
      'Checkout does nothing on Safari\n\nTapping **Pay now** does nothing, why? Four customers wrote.'
    expect(fill(fields, `How severe is this? ${told}`)).toEqual({
      summary: 'Checkout does nothing on Safari. Tapping Pay now does nothing, why?',
    })
    expect(fill(fields, 'How do I change my password?')).toEqual({ summary: 'How do I change my password?' })
  })

  it('is summed up entry by entry, the most pressing first when told so', () => {
    const lines = ['#3 Dark mode', '#7 Typo on the imprint', '#9 The app crashes on start']
    const fields: Field[] = [{ key: 'summary', type: 'long_text' }]
    expect(
      fill(fields, `Sum up these 3 issues in short lines, the most pressing first.\n\n${lines.join('\n')}`),
    ).toEqual({
      summary: '3 entries:\n• #9 The app crashes on start\n• #3 Dark mode\n• #7 Typo on the imprint',
    })
  })
})

describe('an answer in words', () => {
  it('says what it is', () => {
    const { text } = answerQuestion(question({ user: ['Summarise: The build is red. It is known.'] }))
    expect(text).toContain('The build is red.')
    expect(text).toContain('This is the practice model: it follows rules, it does not think.')
  })
})

describe('the tools', () => {
  const tool = (name: string, properties: Record<string, Json>): OfferedTool => ({
    name,
    description: '',
    schema: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
  })
  const get = tool('github__issue__get', { number: { type: 'integer', description: 'Issue number.' } })
  const list = tool('github__issue__list', {
    state: { type: ['string', 'null'], enum: ['open', 'closed', null] },
    labels: { type: ['array', 'null'], items: { type: 'string' } },
    limit: { type: ['integer', 'null'], description: 'At most.' },
  })
  const comment = tool('github__issue__comment', {
    number: { type: 'integer', description: 'Issue number.' },
    body: { type: 'string', description: 'Comment. GitHub Markdown.' },
  })
  const post = tool('slack__message__post', { text: { type: 'string', description: 'Text.' } })

  /** Carries the conversation on until the model stops calling, giving each call a result. */
  function converse(tools: readonly OfferedTool[], said: string, results: Record<string, Json> = {}) {
    const calls: { name: string; result: string | null }[] = []
    const made: { name: string; arguments: Json }[] = []
    for (;;) {
      const answer = answerQuestion(question({ user: [said], tools, calls }))
      const call = answer.calls[0]
      if (!call) return made
      made.push(call)
      calls.push({ name: call.name, result: data(results[call.name] ?? { ok: true }) })
    }
  }

  it('read what can be read once, then write what the task asks for', () => {
    const made = converse([comment, get, post], 'Read issue #12, then comment on it what to do next.', {
      github__issue__get: { number: 12, title: 'Login fails', body: 'Since Monday nobody can log in.' },
    })
    expect(made).toEqual([
      { name: 'github__issue__get', arguments: { number: 12 } },
      {
        name: 'github__issue__comment',
        arguments: { number: 12, body: expect.stringContaining('Since Monday nobody can log in.') },
      },
    ])
  })

  it('keep filters off that nobody asked for', () => {
    expect(converse([list], 'Summarise the issues. #12 is known.')).toEqual([
      { name: 'github__issue__list', arguments: { state: null, labels: null, limit: null } },
    ])
  })

  it('are left alone when a needed value is not known, or the task forbids it', () => {
    expect(converse([get], 'Look at the issue.')).toEqual([])
    expect(converse([post], 'Summarise the day. Do not post anything.')).toEqual([])
    expect(
      converse([post], `Post to Slack if it is urgent.\n${data({ title: 'A typo in the footer' })}`),
    ).toEqual([])
    expect(
      converse([post], `Post to Slack if it is urgent.\n${data({ title: 'The site is down' })}`),
    ).toHaveLength(1)
  })

  it('are called three times at most', () => {
    const many = ['get', 'list', 'search', 'find', 'read'].map((verb) => tool(`thing__${verb}`, {}))
    expect(converse(many, 'Look around and post it.')).toHaveLength(3)
  })

  it('are not called again after a refusal', () => {
    const refused = { name: 'slack__message__post', result: 'Not done (policy.outward): A person said no.' }
    const answer = answerQuestion(question({ user: ['Post it to Slack.'], tools: [post], calls: [refused] }))
    expect(answer.calls).toEqual([])
  })
})

describe('a text of any length', () => {
  it.each(['a', '1.', 'a@', 'a-b.', '#', '<data x>', 'a, ', 'not ', '\n'])(
    'is read in time: many %j',
    (part) => {
      const fields: Field[] = [severity, { key: 'contact', type: 'email' }, { key: 'repo', type: 'text' }]
      const before = performance.now()
      fill(fields, part.repeat(300_000 / part.length))
      expect(performance.now() - before).toBeLessThan(3_000)
    },
  )
})
