import type { ActionCatalog } from '../connectors/contract'
import type { Json, JsonObject } from '../core/json'
import { connectorOf } from '../workflow/connector-of'
import type { WorkflowNode } from '../workflow/document'
import { makeGraph } from '../workflow/graph'
import { allNodes, bodyOf, type Drawn } from '../workflow/levels'
import { pickedNames } from '../workflow/picked-names'
import { resolveInput } from '../workflow/resolve-input'
import { nameOf } from '../workflow/step-scope'
import { type EffectUse, effectsOfNode, needsGate } from './effects-of'
import { foresee, type KnownFacts } from './foresee'

/** One call that the decision is about, exactly as it will be made. */
export type Covered = {
  readonly node: string
  readonly title: string
  readonly action: string
  readonly connector: string
  readonly effect: 'read' | 'write' | 'irreversible'
  readonly outward: boolean
  readonly preview: string
  readonly input: JsonObject
  /** What people call the values that were picked from a list, by field. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** The connection's id, when the step has one. */
  readonly connection: string | null
}

/** A later call that the decision cannot cover, and why. */
export type NotCovered = {
  readonly node: string
  readonly title: string
  readonly action: string
  readonly why: string
}

/**
 * What an approval binds: every outward or irreversible step, and every write, that is reached from `approved` without
 * another approval between, with its input resolved. What cannot be resolved yet, and what an agent will choose, is
 * listed as not covered. Branches that are already known not to be taken are left out.
 */
export function coveredBy(
  about: { readonly document: Drawn; readonly actions: ActionCatalog },
  approval: string,
  facts: KnownFacts,
): { readonly covers: readonly Covered[]; readonly notCovered: readonly NotCovered[] } {
  const graph = makeGraph(about.document)
  const { reached, outputs, isDecided } = foresee(graph, approval, facts)
  const covers: Covered[] = []
  const notCovered: NotCovered[] = []
  for (const id of graph.order) {
    const planned = graph.nodes.get(id)
    if (!planned || !reached.has(id)) continue
    notCovered.push(...insideOf(planned.node, about.actions))
    for (const use of effectsOfNode(planned.node, about.actions)) {
      if (use.action.effect === 'read' && !needsGate(use.action)) continue
      const known = isDecided(id) ? { ...facts, outputs } : undefined
      const told = tellOf(use, known, about.actions)
      if ('why' in told) notCovered.push(told)
      else covers.push(told)
    }
  }
  return { covers, notCovered }
}

/** What a loop does it does for each item: its values are made only then. */
function insideOf(node: WorkflowNode, actions: ActionCatalog): readonly NotCovered[] {
  return allNodes(bodyOf(node) ?? { nodes: [], edges: [] }).flatMap((inner) =>
    effectsOfNode(inner, actions)
      .filter(({ action }) => action.effect !== 'read' || needsGate(action))
      .map(({ action }) => ({
        node: inner.id,
        title: nameOf(inner),
        action: action.id,
        why: `It is done for each item of “${nameOf(node)}”. Put an approval inside to see what is sent.`,
      })),
  )
}

function tellOf(use: EffectUse, facts: KnownFacts | undefined, actions: ActionCatalog): Covered | NotCovered {
  const { node, action } = use
  const about = { node: node.id, title: nameOf(node), action: action.id }
  if (use.tool)
    return { ...about, why: 'The agent decides during the run whether to call it, and with what.' }
  const input = facts && resolved(use, facts)
  if (!input) return { ...about, why: 'What it will send is known only after the decision.' }
  return {
    ...about,
    connector: connectorOf(action.id, actions).id,
    effect: action.effect,
    outward: action.outward,
    preview: previewOf(use, input),
    input,
    names: pickedNames(use.bindings),
    connection: use.connection ?? null,
  }
}

function resolved(
  { action, bindings, node }: EffectUse,
  { outputs, outer, now }: KnownFacts,
): JsonObject | undefined {
  try {
    return resolveInput(action, bindings, { scope: { ...outer, ...outputs }, now, node })
  } catch {
    return undefined
  }
}

function previewOf({ action, bindings }: EffectUse, input: Json): string {
  const parsed = action.input.safeParse(input)
  return parsed.success ? action.preview(parsed.data, pickedNames(bindings)) : action.title
}
