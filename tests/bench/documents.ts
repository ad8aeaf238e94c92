const texts = [
  {
    key: 'greeting',
    value: { text: 'Hello {{ called.body.name | capitalize }}, order {{ called.body.order }}' },
  },
  { key: 'total', value: { text: 'Total: {{ called.body.price | times: called.body.count }}' } },
  {
    key: 'line',
    value: { text: '{{ called.body.name | upcase }} at {{ called.query.from | default: "home" }}' },
  },
]

export const call = JSON.stringify({ name: 'ada', order: 4711, price: 12.5, count: 3 })

const hook = (answer: 'accepted' | 'result') => ({
  id: 'called',
  type: 'trigger.webhook',
  config: { answer },
})

const edges = (ids: readonly string[]) =>
  ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', exit: 'out', to }))

/** Trigger, three Liquid fields, a condition, the answer. */
export const answering = {
  schema: 1,
  nodes: [
    hook('result'),
    { id: 'facts', type: 'set', config: { fields: texts } },
    {
      id: 'large',
      type: 'condition',
      config: {
        branches: [{ exit: 'yes', when: { cel: 'called.body.price * called.body.count > 20.0' } }],
        otherwise: 'no',
      },
    },
    {
      id: 'reply',
      type: 'respond',
      config: { status: 200, body: { from: 'facts', path: [] } },
    },
  ],
  edges: [
    { from: 'called', exit: 'out', to: 'facts' },
    { from: 'facts', exit: 'out', to: 'large' },
    { from: 'large', exit: 'yes', to: 'reply' },
    { from: 'large', exit: 'no', to: 'reply' },
  ],
}

/** A webhook and so many steps behind it, three Liquid fields each. It is answered at once, or when they have run. */
export function line(steps: number, answer: 'accepted' | 'result' = 'accepted') {
  const nodes = [
    hook(answer),
    ...Array.from({ length: steps - 1 }, (_, index) => ({
      id: `step_${index}`,
      type: 'set',
      config: { fields: texts },
    })),
  ]
  return { schema: 1, nodes, edges: edges(nodes.map(({ id }) => id)) }
}

/** The same line with a durable step in its middle: what every step costs that touches something outside, without it. */
export function durableLine(steps: number) {
  const { nodes, edges: all } = line(steps)
  const middle = `step_${Math.floor(steps / 2)}`
  const past = { id: middle, type: 'wait', config: { until: { value: '2026-01-01T00:00:00Z' } } }
  return { schema: 1, nodes: nodes.map((node) => (node.id === middle ? past : node)), edges: all }
}

/** What is called is passed on whole, twice, and a part of it is answered. */
export const carrying = {
  schema: 1,
  nodes: [
    hook('result'),
    {
      id: 'facts',
      type: 'set',
      config: { fields: [{ key: 'name', value: { from: 'called', path: ['body', 'name'] } }] },
    },
    { id: 'reply', type: 'respond', config: { status: 200, body: { from: 'facts', path: [] } } },
  ],
  edges: edges(['called', 'facts', 'reply']),
}

/** A decision, and a step behind it. */
export const asking = {
  schema: 1,
  nodes: [
    { id: 'start', type: 'trigger.form', config: { fields: [] } },
    { id: 'ask', type: 'approval', config: { approvers: [{ role: 'owner' }], quorum: 1 } },
    { id: 'after', type: 'set', config: { fields: [{ key: 'by', value: { from: 'ask', path: ['by'] } }] } },
  ],
  edges: [
    { from: 'start', exit: 'out', to: 'ask' },
    { from: 'ask', exit: 'approved', to: 'after' },
  ],
}
