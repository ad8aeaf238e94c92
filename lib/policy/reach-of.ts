import type { ActionCatalog } from '../connectors/contract'
import { connectorOf } from '../workflow/connector-of'
import { allNodes, type Drawn } from '../workflow/levels'
import type { Reach } from '../workflow/views/workflow-view'
import { noWorkflows, type WorkflowCatalog } from '../workflow/workflow-catalog'
import { coverage } from './coverage'
import { type EffectUse, effectsOf, needsGate } from './effects-of'
import { defaultPolicy, type WorkspacePolicy } from './workspace-policy'

type About = {
  readonly actions: ActionCatalog
  readonly policy?: WorkspacePolicy
  readonly workflows?: WorkflowCatalog
}

/** One action that may be called, at the node of this workflow from which it is. */
type Reached = { readonly use: EffectUse; readonly node: string; readonly isFree: boolean }

/**
 * All that a workflow can read and change, in its loops and in the workflows that it calls too: from documents alone, in
 * one sentence and one list.
 */
export function reachOf(document: Drawn, about: About): Reach {
  const { actions } = about
  const reached = reachedBy(document, about, new Set())
  const entries = reached.map(({ use, node, isFree }) => ({
    connector: connectorOf(use.action.id, actions).id,
    action: use.action.id,
    effect: use.action.effect,
    outward: use.action.outward,
    node,
    gated: needsGate(use.action) && !isFree,
  }))
  return { sentence: sentenceOf(reached, actions), entries }
}

function reachedBy(document: Drawn, about: About, above: ReadonlySet<string>): readonly Reached[] {
  const { actions, policy = defaultPolicy, workflows = noWorkflows } = about
  const uncovered = new Set(coverage(document, actions, policy).map(({ use }) => keyOf(use)))
  const own = effectsOf(document, actions).map((use) => ({
    use,
    node: use.node.id,
    isFree: uncovered.has(keyOf(use)),
  }))
  const called = allNodes(document).flatMap((node): readonly Reached[] => {
    if (node.type !== 'workflow' || node.disabled || above.has(node.config.workflow)) return []
    const inside = workflows.get(node.config.workflow)?.document
    if (!inside) return []
    // Its steps wait for the gates of their own workflow, wherever they are called from.
    const reached = reachedBy(inside, about, new Set([...above, node.config.workflow]))
    return reached.map((each) => ({ ...each, node: node.id }))
  })
  return [...own, ...called]
}

function keyOf({ node, action }: EffectUse): string {
  return `${node.id} ${action.id}`
}

function sentenceOf(reached: readonly Reached[], actions: ActionCatalog): string {
  if (reached.length === 0) return 'This workflow touches nothing outside.'
  const titles = (some: readonly Reached[]) =>
    inSeries([...new Set(some.map(({ use }) => connectorOf(use.action.id, actions).title))])
  const reads = reached.filter(({ use }) => use.action.effect === 'read')
  const changes = reached.filter(({ use }) => use.action.effect !== 'read')
  const abilities = [
    ...(reads.length > 0 ? [`read ${titles(reads)}`] : []),
    ...(changes.length > 0 ? [`change ${titles(changes)}`] : []),
  ]
  const weighty = reached.filter(({ use }) => needsGate(use.action))
  return `It can ${abilities.join(', and can ')}. ${gateSentence(weighty)}`
}

function inSeries(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}`
}

function gateSentence(weighty: readonly Reached[]): string {
  const [only, ...others] = weighty
  if (!only) return 'Nothing in it reaches people outside or is beyond undoing.'
  const free = weighty.filter(({ isFree }) => isFree).length
  if (others.length === 0) {
    return `The one step that cannot be undone or reaches people outside ${free === 0 ? 'waits' : 'does not wait'} for an approval.`
  }
  const many = `${free === 0 ? 'All' : free === weighty.length ? 'None' : free} ${free > 0 ? 'of the ' : ''}${weighty.length}`
  const verb = free === 0 || free === weighty.length ? 'wait' : free === 1 ? 'does not wait' : 'do not wait'
  return `${many} steps that cannot be undone or reach people outside ${verb} for an approval.`
}
