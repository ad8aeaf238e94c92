import type { Sample } from './sample'

/**
 * form → read the issue → judge it → is it severe?
 *                                    ├ high → ask someone → tell the team
 *                                    └ low  → label the issue
 */
export const issueTriage: Sample = {
  name: 'Issue triage',
  description:
    'Reads a GitHub issue and lets a model judge it. Something severe is told to the team on Slack once a person agrees; anything else is labelled and left for later.',
  document: ({ github, slack }) => ({
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        name: 'Which issue?',
        config: {
          fields: [
            {
              key: 'repo',
              label: 'Repository',
              type: 'choice',
              required: true,
              choices: ['acme/website', 'acme/api', 'acme/mobile', 'acme/handbook'],
            },
            {
              key: 'number',
              label: 'Issue number',
              type: 'number',
              required: true,
              help: 'Number 4 of acme/website is a severe one.',
            },
          ],
        },
      },
      {
        id: 'issue',
        type: 'action',
        name: 'Read the issue',
        action: 'github.issue.get',
        connection: github,
        input: { repo: { from: 'start', path: ['repo'] }, number: { from: 'start', path: ['number'] } },
      },
      {
        id: 'judge',
        type: 'agent',
        name: 'Judge severity',
        config: {
          instructions: {
            text: 'Judge this issue of {{ issue.repo }}. It is high when customers cannot buy, pay or sign in, when data is lost, or when something is not safe; otherwise it is low. Write a summary of one sentence that somebody who is on call understands. Choose the labels that fit.\n\nTitle: {{ issue.title }}\n\n{{ issue.body }}',
          },
          tools: [],
          output: [
            { key: 'severity', label: 'Severity', type: 'choice', required: true, choices: ['high', 'low'] },
            { key: 'summary', label: 'Summary', type: 'text', required: true },
            {
              key: 'labels',
              label: 'Labels',
              type: 'list',
              required: true,
              help: 'One or two of: bug, enhancement, question, documentation, needs info.',
            },
          ],
        },
      },
      {
        id: 'severe',
        type: 'condition',
        name: 'Is it severe?',
        config: {
          branches: [
            {
              exit: 'high',
              label: 'Severe',
              when: {
                all: [
                  { left: { from: 'judge', path: ['severity'] }, is: 'equals', right: { value: 'high' } },
                ],
              },
            },
          ],
          otherwise: 'low',
        },
      },
      {
        id: 'ask',
        type: 'approval',
        name: 'Shall we call the team?',
        config: {
          approvers: [{ role: 'owner' }, { role: 'admin' }, { role: 'builder' }, { role: 'operator' }],
          quorum: 1,
          message: { text: 'The model calls this severe: {{ judge.summary }}' },
          deadline: 'P1D',
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
          text: {
            text: '*{{ issue.repo }}#{{ issue.number }}: {{ issue.title }}*\n{{ judge.summary }}\n{{ issue.url }}',
          },
        },
      },
      {
        id: 'label',
        type: 'action',
        name: 'Label it for later',
        action: 'github.issue.label',
        connection: github,
        input: {
          repo: { from: 'issue', path: ['repo'] },
          number: { from: 'issue', path: ['number'] },
          labels: { from: 'judge', path: ['labels'] },
        },
      },
    ],
    edges: [
      { from: 'start', exit: 'out', to: 'issue' },
      { from: 'issue', exit: 'out', to: 'judge' },
      { from: 'judge', exit: 'out', to: 'severe' },
      { from: 'severe', exit: 'high', to: 'ask' },
      { from: 'severe', exit: 'low', to: 'label' },
      { from: 'ask', exit: 'approved', to: 'tell' },
    ],
  }),
}
