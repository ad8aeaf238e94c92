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
    inSeries([...new Set(some.map(({ action }) => connectorOf(action.id, actions).title))])
  const reads = uses.filter(({ action }) => action.effect === 'read')
  const changes = uses.filter(({ action }) => action.effect !== 'read')
  const abilities = [
    ...(reads.length > 0 ? [`read ${titles(reads)}`] : []),
    ...(changes.length > 0 ? [`change ${titles(changes)}`] : []),
  ]
  return `It can ${abilities.join(', and can ')}. ${gateSentence(
    uses.filter(({ action }) => needsGate(action)),
    uncovered,
  )}`
}

function inSeries(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
}

function gateSentence(weighty: readonly EffectUse[], uncovered: ReadonlySet<string>): string {
  const [only, ...others] = weighty
  if (!only) return 'Nothing in it reaches people outside or is beyond undoing.'
  const free = weighty.filter((use) => uncovered.has(keyOf(use))).length
  if (others.length === 0) {
    return `The one step that cannot be undone or reaches people outside ${free === 0 ? 'waits' : 'does not wait'} for an approval.`
  }
  const many = `${free === 0 ? 'All' : free === weighty.length ? 'None' : free} ${free > 0 ? 'of the ' : ''}${weighty.length}`
  const verb = free === 0 || free === weighty.length ? 'wait' : free === 1 ? 'does not wait' : 'do not wait'
  return `${many} steps that cannot be undone or reach people outside ${verb} for an approval.`
}
