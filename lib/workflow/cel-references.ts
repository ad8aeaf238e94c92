import type { ASTNode } from '@marcbachmann/cel-js'
import { childrenOf } from './cel-ast'
import { nowName } from './liquid-dates'
import type { PathReference } from './liquid-references'
import { parseCel } from './parse-cel'

/** Macros whose first argument names a variable of their own. */
const macros = new Set(['all', 'exists', 'exists_one', 'map', 'filter', 'bind'])

/** The earlier steps that a CEL expression mentions, without the variables of its macros. */
export function celReferences(source: string): readonly PathReference[] {
  const parsed = parseCel(source)
  return 'ast' in parsed ? walk(parsed.ast, new Set([nowName, 'optional', 'cel']), false) : []
}

function walk(node: ASTNode, own: ReadonlySet<string>, lenient: boolean): readonly PathReference[] {
  const path = pathOf(node)
  if (path) {
    const [from, ...rest] = path.parts
    const isOwn = typeof from !== 'string' || own.has(from)
    return isOwn ? [] : [{ from, path: rest, mayBeMissing: lenient || path.isOptional }]
  }
  if (node.op === 'call' && node.args[0] === 'has') {
    return node.args[1].flatMap((argument) => walk(argument, own, true))
  }
  if (node.op === 'rcall' && macros.has(node.args[0])) {
    const [, receiver, [variable, ...body]] = node.args
    const inner = variable?.op === 'id' ? new Set([...own, variable.args]) : own
    return [...walk(receiver, own, lenient), ...body.flatMap((part) => walk(part, inner, lenient))]
  }
  return childrenOf(node).flatMap((child) => walk(child, own, lenient))
}

type Path = { readonly parts: readonly (string | number)[]; readonly isOptional: boolean }

/** `a.b[0].c` as parts; nothing when it does not start at a name or an index is computed. */
function pathOf(node: ASTNode): Path | undefined {
  if (node.op === 'id') return { parts: [node.args], isOptional: false }
  if (node.op === '.' || node.op === '.?') {
    const base = pathOf(node.args[0])
    return base && { parts: [...base.parts, node.args[1]], isOptional: base.isOptional || node.op === '.?' }
  }
  if (node.op === '[]' || node.op === '[?]') {
    const base = pathOf(node.args[0])
    const [, index] = node.args
    if (!base || index.op !== 'value') return undefined
    const key = typeof index.args === 'bigint' ? Number(index.args) : index.args
    if (typeof key !== 'string' && typeof key !== 'number') return undefined
    return { parts: [...base.parts, key], isOptional: base.isOptional || node.op === '[?]' }
  }
  return undefined
}
