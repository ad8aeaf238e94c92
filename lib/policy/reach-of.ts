import type { ActionCatalog } from '../connectors/contract'
import { connectorOf } from '../workflow/connector-of'
import type { WorkflowDocument } from '../workflow/document'
import type { Reach } from '../workflow/views/workflow-view'
import { coverage } from './coverage'
import { type EffectUse, effectsOf, needsGate } from './effects-of'
import { defaultPolicy, type WorkspacePolicy } from './workspace-policy'

/** All that a workflow can read and change, from its document alone, in one sentence and one list. */
export function reachOf(
  document: WorkflowDocument,
  actions: ActionCatalog,
  policy: WorkspacePolicy = defaultPolicy,
): Reach {
  const uncovered = new Set(coverage(document, actions, policy).map(({ use }) => keyOf(use)))
  const uses = effectsOf(document, actions)
  const entries = uses.map((use) => ({
    connector: connectorOf(use.action.id, actions).id,
    action: use.action.id,
    effect: use.action.effect,
    outward: use.action.outward,
    node: use.node.id,
    gated: needsGate(use.action) && !uncovered.has(keyOf(use)),
  }))
  return { sentence: sentenceOf(uses, uncovered, actions), entries }
}

function keyOf({ node, action }: EffectUse): string {
  return `${node.id} ${action.id}`
}

function sentenceOf(
  uses: readonly EffectUse[],
  uncovered: ReadonlySet<string>,
  actions: ActionCatalog,
): string {
  if (uses.length === 0) return 'This workflow touches nothing outside.'
  const titles = (some: readonly EffectUse[]) =>
    [...new Set(some.map(({ action }) => connectorOf(action.id, actions).title))].join(', ')
  const reads = uses.filter(({ action }) => action.effect === 'read')
  const changes = uses.filter(({ action }) => action.effect !== 'read')
  const abilities = [
    ...(reads.length > 0 ? [`read ${titles(reads)}`] : []),
    ...(changes.length > 0 ? [`change ${titles(changes)}`] : []),
  ]
  return `It can ${abilities.join(' and ')}. ${gateSentence(
    uses.filter(({ action }) => needsGate(action)),
    uncovered,
  )}`
}

function gateSentence(weighty: readonly EffectUse[], uncovered: ReadonlySet<string>): string {
  if (weighty.length === 0) return 'Nothing in it is outward or beyond undoing.'
  const free = weighty.filter((use) => uncovered.has(keyOf(use))).length
  const many = weighty.length
  const subject = many === 1 ? 'The one step' : `All ${many} steps`
  if (free === 0)
    return `${subject} that cannot be undone or ${many === 1 ? 'reaches' : 'reach'} people outside wait${many === 1 ? 's' : ''} for an approval.`
  return `${free} of ${many} ${many === 1 ? 'step' : 'steps'} that cannot be undone or reach people outside ${free === 1 ? 'does' : 'do'} not wait for an approval.`
}
