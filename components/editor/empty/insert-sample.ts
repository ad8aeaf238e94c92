import { withAllPlaced } from '@/components/canvas/layout/lay-out'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { EditorFacts } from '../editor-facts'
import { type EditorStore, edit } from '../store/create-editor-store'

/**
 * A workflow that runs in any workspace without an account: a form, a model that sorts what was written, and a branch
 * that ends the run either way.
 */
function sample({ providers }: EditorFacts): WorkflowDocument {
  const hasModel = providers.length > 0
  const sorted = hasModel ? { from: 'sort', path: ['kind'] } : { from: 'start', path: ['text'] }
  return {
    schema: 1,
    nodes: [
      {
        id: 'start',
        type: 'trigger.form',
        name: 'Someone writes to us',
        config: { fields: [{ key: 'text', label: 'What they wrote', type: 'long_text', required: true }] },
      },
      ...(hasModel
        ? [
            {
              id: 'sort',
              type: 'agent' as const,
              name: 'Sort it',
              config: {
                instructions: { text: 'Is this a question, a complaint or praise?\n\n{{ start.text }}' },
                tools: [],
                output: [
                  {
                    key: 'kind',
                    label: 'Kind',
                    type: 'choice' as const,
                    choices: ['question', 'complaint', 'praise'],
                  },
                ],
              },
            },
          ]
        : []),
      {
        id: 'complaint',
        type: 'condition',
        name: 'Is it a complaint?',
        config: {
          branches: [
            {
              exit: 'yes',
              label: 'Yes',
              when: { all: [{ left: sorted, is: 'contains', right: { value: 'complaint' } }] },
            },
          ],
          otherwise: 'no',
        },
      },
      {
        id: 'answer_soon',
        type: 'set',
        name: 'Answer today',
        config: { fields: [{ key: 'note', value: { text: 'Answer today: {{ start.text }}' } }] },
      },
      {
        id: 'answer_later',
        type: 'set',
        name: 'Answer this week',
        config: { fields: [{ key: 'note', value: { text: 'Answer this week: {{ start.text }}' } }] },
      },
    ],
    edges: [
      ...(hasModel
        ? [
            { from: 'start', exit: 'out', to: 'sort' },
            { from: 'sort', exit: 'out', to: 'complaint' },
          ]
        : [{ from: 'start', exit: 'out', to: 'complaint' }]),
      { from: 'complaint', exit: 'yes', to: 'answer_soon' },
      { from: 'complaint', exit: 'no', to: 'answer_later' },
    ],
  }
}

export function insertSample(store: EditorStore, facts: EditorFacts): void {
  edit(store, 'Put a sample on the canvas', () => withAllPlaced(sample(facts)))
}
