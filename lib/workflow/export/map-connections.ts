import type { WorkflowDocument, WorkflowNode } from '../document'
import { mapNodes } from '../levels'

type Used = { readonly action: string; readonly connection: string | undefined; readonly node: WorkflowNode }

/** The same document with each use of a connection put through `map`; `undefined` takes it away. */
export function mapConnections(
  document: WorkflowDocument,
  map: (used: Used) => string | undefined,
): WorkflowDocument {
  return mapNodes(document, (node) => mapNode(node, map))
}

function mapNode(node: WorkflowNode, map: (used: Used) => string | undefined): WorkflowNode {
  if (node.type === 'action') {
    const { connection, ...rest } = node
    const mapped = map({ action: node.action, connection, node })
    return mapped === undefined ? rest : { ...rest, connection: mapped }
  }
  if (node.type !== 'agent') return node
  const tools = node.config.tools.map(({ connection, ...tool }) => {
    const mapped = map({ action: tool.action, connection, node })
    return mapped === undefined ? tool : { ...tool, connection: mapped }
  })
  return { ...node, config: { ...node.config, tools } }
}
