import type { WorkflowDocument } from '@/lib/workflow/document'

type Connections = { readonly github: string; readonly slack: string }

/** form → read the issue → judge it → severe? → ask → tell the team: the workflow of the journeys, as a document. */
export function triageDocument({ github, slack }: Connections): WorkflowDocument {
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        name: 'Which issue?',
        config: {
          fields: [{ key: 'number', label: 'Issue number', type: 'number', required: true }],
        },
      },
      {
        id: 'issue',
        type: 'action',
        name: 'Read the issue',
        action: 'github.issue.get',
        connection: github,
        input: { repo: { value: 'acme/website' }, number: { from: 'start', path: ['number'] } },
      },
      {
        id: 'judge',
        type: 'agent',
        name: 'Judge it',
        config: {
          instructions: { text: 'How severe is this? {{ issue.title }}\n\n{{ issue.body }}' },
          tools: [],
          output: [
            { key: 'severity', label: 'Severity', type: 'choice', choices: ['high', 'low'] },
            { key: 'summary', label: 'Summary', type: 'text' },
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
              exit: 'yes',
              label: 'Yes',
              when: {
                all: [
                  { left: { from: 'judge', path: ['severity'] }, is: 'equals', right: { value: 'high' } },
                ],
              },
            },
          ],
          otherwise: 'no',
        },
      },
      {
        id: 'ask',
        type: 'approval',
        name: 'Shall we call the team?',
        config: {
          approvers: [{ role: 'operator' }],
          quorum: 1,
          message: { text: 'The model says: {{ judge.summary }}' },
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
          text: { text: 'Severe: {{ issue.title }}\n{{ judge.summary }}' },
        },
      },
    ],
    edges: [
      { from: 'start', exit: 'out', to: 'issue' },
      { from: 'issue', exit: 'out', to: 'judge' },
      { from: 'judge', exit: 'out', to: 'severe' },
      { from: 'severe', exit: 'yes', to: 'ask' },
      { from: 'ask', exit: 'approved', to: 'tell' },
    ],
  }
}
