import type { ASTNode } from '@marcbachmann/cel-js'

/** The operands of a node of the syntax tree that are nodes themselves. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  const children: ASTNode[] = []
  collect(node.args, children)
  return children
}

function collect(part: unknown, into: ASTNode[]): void {
  if (Array.isArray(part)) for (const item of part) collect(item, into)
  else if (isNode(part)) into.push(part)
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part && 'args' in part
}
