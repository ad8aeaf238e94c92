import { describe, expect, it } from 'vitest'
import { toCanvasNodes } from '@/components/canvas/surface/canvas-nodes'
import { refusalOf } from '@/components/canvas/surface/connect-rules'
import { neighbourOf } from '@/components/editor/commands/neighbour'
import { matchesKey } from '@/components/editor/keys/matches-key'
import { listOrder } from '@/components/editor/list/list-order'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'

const set = (id: string, x = 0, y = 0): WorkflowNode => ({
  id,
  type: 'set',
  config: { fields: [] },
  position: { x, y },
})
const line = (from: string, to: string, exit = 'out') => ({ from, exit, to })

/**
 *        ┌ b ┐
 *  t ─ a ┤   ├ d
 *        └ c ┘
 */
const diamond: WorkflowDocument = {
  schema: 1,
  nodes: [
    { id: 't', type: 'trigger.form', config: { fields: [] }, position: { x: -300, y: 0 } },
    set('d', 600, 0),
    set('a'),
    set('c', 300, 200),
    set('b', 300, 0),
  ],
  edges: [line('t', 'a'), line('a', 'b'), line('a', 'c'), line('b', 'd'), line('c', 'd')],
}

describe('the cards that are drawn', () => {
  it('stay the same objects when their step did not change', () => {
    const before = toCanvasNodes(diamond, new Set(), [])
    expect(toCanvasNodes(diamond, new Set(), before)).toBe(before)
    const after = toCanvasNodes(diamond, new Set(['a']), before)
    const changed = after.filter((node, index) => node !== before[index]).map((node) => node.id)
    expect(changed).toEqual(['a'])
  })

  it('stay where they are while they are dragged', () => {
    const before = toCanvasNodes(diamond, new Set(), []).map((node) =>
      node.id === 'a' ? { ...node, dragging: true, position: { x: 77, y: 5 } } : node,
    )
    const after = toCanvasNodes(diamond, new Set(['a']), before)
    expect(after.find((node) => node.id === 'a')?.position).toEqual({ x: 77, y: 5 })
  })
})

describe('a line', () => {
  it('may not lead back, to itself, to a trigger or twice to the same step', () => {
    expect(refusalOf(diamond, line('d', 'a'))).toMatch(/circle/)
    expect(refusalOf(diamond, line('a', 'a'))).toMatch(/itself/)
    expect(refusalOf(diamond, line('a', 't'))).toMatch(/starts the workflow/)
    expect(refusalOf(diamond, line('a', 'b'))).toMatch(/already/)
    expect(refusalOf(diamond, line('a', 'd'))).toBeNull()
  })
})

describe('moving by keyboard', () => {
  it('follows the lines to both sides, the upper one first, and looks for the nearest above and below', () => {
    expect(neighbourOf(diamond, 'a', 'right')).toBe('b')
    expect(neighbourOf(diamond, 'd', 'left')).toBe('b')
    expect(neighbourOf(diamond, 'b', 'down')).toBe('c')
    expect(neighbourOf(diamond, 'c', 'up')).toBe('b')
    expect(neighbourOf(diamond, 't', 'left')).toBeNull()
  })

  it('knows its keys', () => {
    const press = (
      key: string,
      held: Partial<Record<'metaKey' | 'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {},
    ) => ({
      key,
      metaKey: false,
      ctrlKey: false,
      shiftKey: false,
      altKey: false,
      ...held,
    })
    expect(matchesKey(press('z', { metaKey: true }), 'Mod+Z')).toBe(true)
    expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z')).toBe(true)
    expect(matchesKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false)
    expect(matchesKey(press('n', { ctrlKey: true }), 'N')).toBe(false)
    expect(matchesKey(press('?', { shiftKey: true }), '?')).toBe(true)
    expect(matchesKey(press('L', { shiftKey: true }), 'Shift+L')).toBe(true)
  })
})

describe('the list of steps', () => {
  it('stands in the order in which they run', () => {
    expect(listOrder(diamond).map((node) => node.id)).toEqual(['t', 'a', 'b', 'c', 'd'])
  })
})
