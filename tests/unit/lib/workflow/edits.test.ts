import { describe, expect, it } from 'vitest'
import { slugSchema } from '@/lib/workflow/binding'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { addNode } from '@/lib/workflow/edits/add-node'
import { freshId } from '@/lib/workflow/edits/fresh-id'
import { fragmentOf, pasteNodes } from '@/lib/workflow/edits/paste-nodes'
import { removeNodes } from '@/lib/workflow/edits/remove-nodes'

const set = (id: string, text = ''): WorkflowNode => ({
  id,
  type: 'set',
  config: { fields: text ? [{ key: 'note', value: { text } }] : [] },
})

const line = (from: string, to: string, exit = 'out') => ({ from, exit, to })

/** a ─ b ─ c */
const chain: WorkflowDocument = {
  schema: 1,
  nodes: [set('a'), set('b', '{{ a.total }}'), set('c')],
  edges: [line('a', 'b'), line('b', 'c')],
}

describe('an id for a new node', () => {
  it.each([
    ['Read the issue', 'read_the_issue'],
    ['Prüfe: 2. Entwurf!', 'prufe_2_entwurf'],
    ['42', 'step'],
    ['日本', 'step'],
    ['List', 'list_2'],
  ])('is made from its name: %s', (name, id) => {
    expect(freshId(name, new Set())).toBe(id)
    expect(slugSchema.safeParse(id).success).toBe(true)
  })

  it('counts on where the name is taken', () => {
    expect(freshId('Ask', new Set(['ask', 'ask_2']))).toBe('ask_3')
  })
})

describe('adding a node', () => {
  it('splits the line that it is put on', () => {
    const after = addNode(chain, set('n'), { edge: line('a', 'b') })
    expect(after.edges).toEqual([line('b', 'c'), line('a', 'n'), line('n', 'b')])
  })

  it('ends the line when it has no way out', () => {
    const stop: WorkflowNode = { id: 'n', type: 'stop', config: { status: 'failed' } }
    expect(addNode(chain, stop, { edge: line('a', 'b') }).edges).toEqual([line('b', 'c'), line('a', 'n')])
  })
})

describe('removing nodes', () => {
  it('joins the neighbours of one in the middle', () => {
    expect(removeNodes(chain, new Set(['b'])).edges).toEqual([line('a', 'c')])
  })

  it('joins across several', () => {
    const longer = { ...chain, nodes: [...chain.nodes, set('d')], edges: [...chain.edges, line('c', 'd')] }
    expect(removeNodes(longer, new Set(['b', 'c'])).edges).toEqual([line('a', 'd')])
  })

  it('guesses nothing where there was a choice', () => {
    const forked = { ...chain, nodes: [...chain.nodes, set('d')], edges: [...chain.edges, line('b', 'd')] }
    expect(removeNodes(forked, new Set(['b'])).edges).toEqual([])
  })
})

describe('pasting', () => {
  it('gives copies ids of their own, and lets them refer to each other', () => {
    const { document, ids } = pasteNodes(chain, fragmentOf(chain, new Set(['a', 'b'])), { x: 8, y: 8 })
    expect(ids).toEqual(['a_2', 'b_2'])
    expect(document.edges).toContainEqual(line('a_2', 'b_2'))
    expect(document.nodes.at(-1)).toMatchObject({
      config: { fields: [{ value: { text: '{{ a_2.total }}' } }] },
    })
  })

  it('leaves what is said of nodes that were not copied', () => {
    const { document } = pasteNodes(chain, fragmentOf(chain, new Set(['b'])), { x: 0, y: 0 })
    expect(document.nodes.at(-1)).toMatchObject({
      config: { fields: [{ value: { text: '{{ a.total }}' } }] },
    })
  })

  it('renames in expressions, but neither keys nor what is in quotes', () => {
    const node: WorkflowNode = {
      id: 'b',
      type: 'condition',
      config: { branches: [{ exit: 'yes', when: { cel: 'a.a == "a" && a.n > 1' } }], otherwise: 'no' },
    }
    const fragment = { nodes: [set('a'), node], edges: [] }
    const { document } = pasteNodes(chain, fragment, { x: 0, y: 0 })
    expect(document.nodes.at(-1)).toMatchObject({
      config: { branches: [{ when: { cel: 'a_2.a == "a" && a_2.n > 1' } }] },
    })
  })
})
