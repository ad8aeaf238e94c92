import { getAction } from '@/lib/connectors'
import type { EffectView, RunView, StepView } from '@/lib/workflow/views/run-view'
import { describeCount } from '../../values/describe-amount'
import { loopProgressOf } from '../loop/loop-progress'
import { startedSentence, waitingWords } from '../run-words'
import { inPast } from './in-past'
import { textAt } from './text-at'

/** What a step did, in one sentence of the past tense; what it is doing, while it does it. */
export function stepSentence(step: StepView, run: RunView): string {
  if (step.status === 'skipped') return `${step.title} was skipped`
  if (step.status === 'queued') return `${step.title} is next`
  if (step.type.startsWith('trigger.')) return startedSentence(run)
  // While items of a loop wait, how many of them there are says more than what one of them waits for.
  const isLoop = loopProgressOf(step) !== null && step.asks.length === 0
  if (step.status === 'waiting' && step.waitingFor && !isLoop) return waitingWords(step.waitingFor)
  const words = sentences[step.type]
  return words ? words(step, run) : step.title
}

type Sentence = (step: StepView, run: RunView) => string

/** One entry a type of step: a new type says its own words here. */
const sentences: Readonly<Record<string, Sentence>> = {
  action: actionSentence,
  'agent.call': (step, run) => actionSentence(step, run),
  'agent.turn': (step) => (step.status === 'running' ? 'The model is thinking' : 'The model answered'),
  agent: agentSentence,
  approval: approvalSentence,
  condition: (step) => (step.exit ? `Took the way ‘${step.exit.replaceAll('_', ' ')}’` : step.title),
  set: (step) => `Set ${describeCount(countKeys(step.output), 'value')}`,
  wait: (step) => {
    if (step.status === 'running' || step.status === 'waiting') return 'Waiting'
    return step.exit === 'expired' ? `${step.title}: nobody called in time` : 'Waited'
  },
  respond: () => 'Answered the caller',
  list: (step) => `Took ${describeCount(countOf(step.output), 'item')} of the list`,
  each: loopSentence,
  repeat: loopSentence,
  workflow: (step) =>
    step.called
      ? `${step.status === 'succeeded' ? 'Ran' : 'Runs'} “${step.called.workflow.name}”`
      : step.title,
  stop: (step) => textAt(step.output, 'message') ?? 'Stopped the run here',
}

function actionSentence(step: StepView, run: RunView): string {
  const effect = effectsOf(step, run).at(-1)
  const plain = effect?.preview ?? previewOf(step) ?? step.title
  return step.status === 'succeeded' ? inPast(plain) : plain
}

function previewOf(step: StepView): string | null {
  const action = step.action ? getAction(step.action) : undefined
  if (!action) return null
  const input = action.input.safeParse(step.input)
  return input.success ? action.preview(input.data) : action.title
}

function agentSentence(step: StepView, run: RunView): string {
  const children = run.steps.filter((each) => each.parent === step.path)
  const calls = children.filter((each) => each.type === 'agent.call').length
  if (step.status !== 'succeeded') return step.title
  return calls === 0
    ? `${inPast(step.title)}`
    : `${inPast(step.title)}, with ${describeCount(calls, 'tool call')}`
}

function approvalSentence(step: StepView): string {
  if (step.exit === null) return step.title
  const by = textAt(step.output, 'by') ?? textAt(step.output, 'by', 'name')
  const comment = textAt(step.output, 'comment')
  const verb = { approved: 'approved', rejected: 'rejected', expired: 'expired' }[step.exit] ?? step.exit
  if (verb === 'expired') return `${step.title}: nobody decided in time`
  return `${by ?? 'Someone'} ${verb} it${comment ? `: “${comment}”` : ''}`
}

function loopSentence(step: StepView): string {
  const progress = loopProgressOf(step)
  return progress ? `${step.title}: ${progress.words}` : step.title
}

function countOf(output: StepView['output']): number {
  return output !== null &&
    typeof output === 'object' &&
    'count' in output &&
    typeof output.count === 'number'
    ? output.count
    : 0
}

function countKeys(value: StepView['output']): number {
  return value !== null && typeof value === 'object' ? Object.keys(value).length : 0
}

export function effectsOf(step: StepView, run: RunView): readonly EffectView[] {
  return run.effects.filter((effect) => effect.stepPath === step.path)
}
