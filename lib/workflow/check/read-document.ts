import { type Edge, edgeSchema, type NodeType, nodeSchemas, type WorkflowNode } from '../document'
import type { Issue } from '../issue'
import { withBody } from '../levels'
import { nearest } from '../nearest'
import { nodeKinds } from '../nodes/node-kinds'
import { shapeInWords, unfold } from '../shape-in-words'
import { measure } from './measure'

/** What of a document could be read, so that one bad node does not hide what is wrong with the others. */
export type ReadDocument = {
  readonly nodes: readonly WorkflowNode[]
  readonly edges: readonly Edge[]
  /** All ids that nodes claim, of those too that could not be read. */
  readonly ids: ReadonlySet<string>
  readonly issues: readonly Issue[]
}

const nothing = { nodes: [], edges: [], ids: new Set<string>() }

export function readDocument(input: unknown): ReadDocument {
  const size = measure(input)
  if (size !== 'fine') return { ...nothing, issues: [tooLarge(size)] }
  if (!isRecord(input))
    return { ...nothing, issues: [shapeIssue('A workflow is an object with "nodes" and "edges".')] }
  const issues: Issue[] = []
  if (input.schema !== 1) issues.push(shapeIssue(unknownVersion(input.schema)))
  for (const key of Object.keys(input)) {
    if (!['schema', 'nodes', 'edges'].includes(key))
      issues.push(shapeIssue(`"${key}" is not known here. Remove it.`))
  }
  const rawNodes = listAt(input, 'nodes', 1_000, issues)
  const rawEdges = listAt(input, 'edges', 5_000, issues)
  const ids = new Set<string>()
  const nodes = rawNodes.flatMap((raw, index) => readNode(raw, index, ids, issues))
  const edges = rawEdges.flatMap((raw, index) => readEdge(raw, index, issues))
  return { nodes, edges, ids, issues }
}

function readNode(raw: unknown, index: number, ids: Set<string>, issues: Issue[]): readonly WorkflowNode[] {
  if (!isRecord(raw)) {
    issues.push(shapeIssue(`Node ${index + 1} is not an object. Remove it.`))
    return []
  }
  const id = typeof raw.id === 'string' ? raw.id : undefined
  const label = id ? `"${id}"` : `Node ${index + 1}`
  if (id) ids.add(id)
  if (!isNodeType(raw.type)) {
    const meant = nearest(brief(raw.type), Object.keys(nodeSchemas))
    const hint = meant ? ` Did you mean "${meant}"?` : ' Remove it or choose another kind of node.'
    issues.push({
      ...shapeIssue(`${label} has the type "${brief(raw.type)}", which is not there.${hint}`),
      ...(id ? { node: id } : {}),
    })
    return []
  }
  const held = nodeKinds[raw.type].body ? readBody(raw, ids, issues) : undefined
  const parsed = nodeSchemas[raw.type].safeParse(held ? held.raw : raw)
  if (parsed.success) return [held ? withBody(parsed.data, held.body) : parsed.data]
  for (const issue of parsed.error.issues.flatMap(unfold)) {
    const field = issue.path.map(String).join('.')
    issues.push({
      ...shapeIssue(`${field ? `The field "${field}" of ${label}` : label} ${shapeInWords(issue)}`),
      ...(id ? { node: id } : {}),
      ...(field ? { field } : {}),
    })
  }
  return []
}

/** What a loop holds is read node by node too, and put back into the loop. */
function readBody(raw: Record<string, unknown>, ids: Set<string>, issues: Issue[]) {
  const { config } = raw
  const body = isRecord(config) ? config.body : undefined
  if (!isRecord(config) || !isRecord(body)) return undefined
  const nodes = listAt(body, 'nodes', 200, issues).flatMap((node, index) =>
    readNode(node, index, ids, issues),
  )
  const edges = listAt(body, 'edges', 1_000, issues).flatMap((edge, index) => readEdge(edge, index, issues))
  return {
    raw: { ...raw, config: { ...config, body: { ...body, nodes: [], edges: [] } } },
    body: { nodes: [...nodes], edges: [...edges] },
  }
}

function readEdge(raw: unknown, index: number, issues: Issue[]): readonly Edge[] {
  const parsed = edgeSchema.safeParse(raw)
  if (parsed.success) return [parsed.data]
  for (const issue of parsed.error.issues) {
    const field = issue.path.map(String).join('.')
    issues.push(shapeIssue(`Line ${index + 1}${field ? ` ("${field}")` : ''} ${shapeInWords(issue)}`))
  }
  return []
}

function listAt(
  input: Record<string, unknown>,
  key: string,
  limit: number,
  issues: Issue[],
): readonly unknown[] {
  const value = Object.hasOwn(input, key) ? input[key] : undefined
  if (!Array.isArray(value)) {
    issues.push(shapeIssue(`"${key}" must be a list. Add it, empty if need be.`))
    return []
  }
  if (value.length > limit) {
    issues.push(
      shapeIssue(`"${key}" holds ${value.length} entries; ${limit} are allowed. Split the workflow.`),
    )
    return []
  }
  return value
}

function unknownVersion(schema: unknown): string {
  return typeof schema === 'number'
    ? `This workflow is of version ${schema}, which is not known here; this is version 1. Export it again from the Handrail that made it.`
    : '"schema" must be 1, the version of this document. Set it to 1.'
}

function tooLarge(size: 'too_large' | 'too_deep'): Issue {
  return size === 'too_large'
    ? {
        code: 'too_large',
        severity: 'error',
        message: 'The workflow is larger than 1 MB. Split it, or move long text out of it.',
      }
    : shapeIssue('The workflow is nested more deeply than any workflow can be. Remove the nesting.')
}

export function shapeIssue(message: string): Issue {
  return { code: 'invalid_shape', severity: 'error', message }
}

function brief(value: unknown): string {
  return String(typeof value === 'object' ? 'an object' : value).slice(0, 60)
}

function isNodeType(type: unknown): type is NodeType {
  return typeof type === 'string' && Object.hasOwn(nodeSchemas, type)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
