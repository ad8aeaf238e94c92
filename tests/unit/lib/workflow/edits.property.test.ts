import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Binding } from '@/lib/workflow/binding'
import { documentSchema, type WorkflowDocument } from '@/lib/workflow/document'
import { addNode } from '@/lib/workflow/edits/add-node'
import { freshId } from '@/lib/workflow/edits/fresh-id'
import { fragmentOf, pasteNodes } from '@/lib/workflow/edits/paste-nodes'
import { removeEdges, removeNodes } from '@/lib/workflow/edits/remove-nodes'
import { makeGraph } from '@/lib/workflow/graph'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'
import { referencesOf } from '@/lib/workflow/references'
import { resolveBinding } from '@/lib/workflow/resolve-binding'
import { randomWorkflow } from '@/tests/support/random-workflow'
import { workflow } from '@/tests/support/workflow'

const documents = randomWorkflow({ mayEnd: true }).map(({ document }) => document)
const edits = fc.array(
  fc.record({
    what: fc.constantFrom('add', 'split', 'after', 'remove', 'cut', 'paste'),
    at: fc.nat(30),
    more: fc.nat(30),
  }),
  { minLength: 1, maxLength: 12 },
)
type Edit = { readonly what: string; readonly at: number; readonly more: number }

/** What the canvas does, one thing after another. */
function edited(document: WorkflowDocument, { what, at, more }: Edit): WorkflowDocument {
  const node = document.nodes[at % Math.max(1, document.nodes.length)]
  const edge = document.edges[at % Math.max(1, document.edges.length)]
  const fresh = workflow().action(
    freshId('New step', new Set(document.nodes.map(({ id }) => id))),
    'test.thing.do',
  )
  const [added] = fresh.document().nodes
  if (!added) return document
  if (what === 'add') return addNode(document, added)
  if (what === 'split' && edge) return addNode(document, added, { edge })
  if (what === 'after' && node) {
    const exit = exitsOf(node)[0]?.exit
    return exit ? addNode(document, added, { after: { node: node.id, exit } }) : document
  }
  if (what === 'remove' && node) return removeNodes(document, new Set([node.id]))
  if (what === 'cut' && edge) return removeEdges(document, [edge])
  const ids = document.nodes.filter((_, index) => (index + more) % 2 === 0).map(({ id }) => id)
  return pasteNodes(document, fragmentOf(document, new Set(ids)), { x: 40, y: 40 }).document
}

describe('any sequence of edits', () => {
  it('leaves a document that is one: known form, ids of their own, lines between nodes that are there, no circle', () => {
    fc.assert(
      fc.property(documents, edits, (document, sequence) => {
        const result = sequence.reduce(edited, document)
        expect(documentSchema.safeParse(result).success).toBe(true)
        const ids = result.nodes.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { from, to } of result.edges)
          expect([ids.includes(from), ids.includes(to)]).toEqual([true, true])
        expect(makeGraph(result).stuck).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('leaves the document that it began with as it was: undoing is going back to it', () => {
    fc.assert(
      fc.property(documents, edits, (document, sequence) => {
        const before = JSON.stringify(document)
        sequence.reduce(edited, document)
        expect(JSON.stringify(document)).toBe(before)
      }),
    )
  })

  it('adds and takes away again without a trace', () => {
    fc.assert(
      fc.property(documents, fc.nat(30), (document, at) => {
        const edge = document.edges[at % document.edges.length]
        const [added] = workflow().set('fresh').document().nodes
        if (!edge || !added) return
        const back = removeNodes(addNode(document, added, { edge }), new Set(['fresh']))
        const lines = (some: WorkflowDocument) =>
          new Set(some.edges.map(({ from, exit, to }) => `${from} ${exit} ${to}`))
        expect(back.nodes).toEqual(document.nodes)
        expect(lines(back)).toEqual(lines(document))
      }),
    )
  })
})

describe('pasting', () => {
  const reading = fc.constantFrom<Binding>(
    { from: 'a', path: ['x'] },
    { text: 'Value: {{ a.x | upcase }}, {{ start.name }}' },
    { text: '{{ a.x }}' },
    { text: '{% if a.x == "a.x" %}{{ a.x }} a.x{% endif %}' },
    {
      first: [
        { from: 'gone', path: [] },
        { from: 'a', path: ['x'] },
      ],
    },
  )

  it('makes copies that read the copies, and give with them what the originals gave', () => {
    fc.assert(
      fc.property(reading, (binding) => {
        const document = workflow()
          .form('start', ['name'])
          .set('a')
          .after('start')
          .set('b', { y: binding })
          .after('a')
          .document()
        const { document: pasted, ids } = pasteNodes(document, fragmentOf(document, new Set(['a', 'b'])), {
          x: 0,
          y: 0,
        })
        const [copyOfA = '', copyOfB = ''] = ids
        const copy = pasted.nodes.find(({ id }) => id === copyOfB)
        if (copy?.type !== 'set') throw new Error('no copy')
        const names = referencesOf(copy).map(({ from }) => from)
        expect(names).not.toContain('a')
        expect(names).toContain(copyOfA)
        const outputs = { start: { name: 'Ada' }, a: { x: 'a.x' }, [copyOfA]: { x: 'a.x' } }
        const [field] = copy.config.fields
        const node = { id: 'reader' }
        expect(field && resolveBinding(field.value, { scope: outputs, now: 0, node }, 'f')).toEqual(
          resolveBinding(binding, { scope: outputs, now: 0, node }, 'f'),
        )
      }),
    )
  })
})
