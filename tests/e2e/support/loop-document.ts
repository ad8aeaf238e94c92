type Connections = { readonly github: string; readonly slack: string }

/** form → for each number [ read the issue → ask → tell the team ] → done: one item that is not there fails alone. */
export function loopDocument({ github, slack }: Connections) {
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        name: 'Which issues?',
        config: { fields: [{ key: 'numbers', label: 'Issue numbers', type: 'list', required: true }] },
      },
      {
        id: 'every',
        type: 'each',
        name: 'For each issue',
        config: {
          items: { from: 'start', path: ['numbers'] },
          concurrency: 4,
          onError: 'continue',
          body: {
            nodes: [
              {
                id: 'issue',
                type: 'action',
                name: 'Read the issue',
                action: 'github.issue.get',
                connection: github,
                input: { repo: { value: 'acme/website' }, number: { from: 'every', path: ['item'] } },
                settings: { tries: 1 },
              },
              {
                id: 'ask',
                type: 'approval',
                name: 'Shall we tell them?',
                config: {
                  approvers: [{ role: 'owner' }],
                  quorum: 1,
                  message: { text: 'About {{ issue.title }}' },
                },
              },
              {
                id: 'tell',
                type: 'action',
                name: 'Tell the team',
                action: 'slack.message.post',
                connection: slack,
                input: {
                  channel: { value: 'C000000004', label: '#ops' },
                  text: { text: '{{ every.index }}: {{ issue.title }}' },
                },
              },
            ],
            edges: [
              { from: 'issue', exit: 'out', to: 'ask' },
              { from: 'ask', exit: 'approved', to: 'tell' },
            ],
          },
        },
      },
      {
        id: 'done',
        type: 'set',
        name: 'Count them',
        config: { fields: [{ key: 'count', value: { text: '{{ every | size }}' } }] },
      },
    ],
    edges: [
      { from: 'start', exit: 'out', to: 'every' },
      { from: 'every', exit: 'out', to: 'done' },
    ],
  }
}
