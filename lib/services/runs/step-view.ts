import type { EffectRow } from '@/db/queries/effects/effect-row'
import type { listCalledRuns } from '@/db/queries/runs/called-runs'
import type { listItemsOfRun } from '@/db/queries/steps/list-items'
import type { StepRowWithSize } from '@/db/queries/steps/list-steps'
import type { QuestionRow } from '@/db/queries/steps/questions'
import type { EffectView, StepAnswer, StepView } from '@/lib/workflow/views/run-view'

/** What is stored of a run's steps beside their own rows. */
export type StepSurroundings = {
  readonly questions: readonly QuestionRow[]
  readonly called: Awaited<ReturnType<typeof listCalledRuns>>
  readonly items: Awaited<ReturnType<typeof listItemsOfRun>>
  /** Where a waiting step is called, for those who may. */
  addressOf(path: string): string | null
}

const loops: ReadonlySet<string> = new Set(['each', 'repeat'])

/** Rows as views, with what each of the steps asks, called and went over. */
export function toStepViews(
  rows: readonly StepRowWithSize[],
  { questions, called, items, addressOf }: StepSurroundings,
): StepView[] {
  const asked = new Map(questions.map(({ stepPath, choices }) => [stepPath, choices]))
  const calls = new Map(called.map((run) => [run.path, run]))
  const itemsOf = Map.groupBy(items, ({ loop }) => loop)
  return rows.map((row) => {
    const { step } = row
    const run = calls.get(step.path)
    return {
      ...toStepView(row),
      address: addressOf(step.path),
      asks: asksOf(step.status, asked.get(step.path)),
      called: run
        ? {
            runId: run.id,
            status: run.status,
            workflow: { id: run.workflowId, name: run.workflowName ?? '(deleted)' },
          }
        : null,
      items: loops.has(step.type)
        ? (itemsOf.get(step.path) ?? []).map(({ index, status, waitingFor, error }) => ({
            index,
            status,
            waitingFor,
            error: error?.message ?? null,
          }))
        : null,
    }
  })
}

function asksOf(status: StepView['status'], choices: readonly StepAnswer[] | undefined): StepAnswer[] {
  if (status === 'unknown') return ['happened', 'again', 'skip']
  return status === 'waiting' && choices ? [...choices] : []
}

function toStepView({
  step,
  artifactSize,
}: StepRowWithSize): Omit<StepView, 'address' | 'asks' | 'called' | 'items'> {
  return {
    path: step.path,
    parent: step.parent,
    node: step.nodeId,
    type: step.type,
    title: step.title,
    action: step.action,
    status: step.status,
    exit: step.exit,
    attempt: step.attempt,
    waitingFor: step.waitingFor,
    input: step.input,
    output: step.output,
    artifact: step.artifactId === null ? null : { id: step.artifactId, bytes: artifactSize ?? 0 },
    error: step.error,
    approvalId: step.approvalId,
    tokensIn: step.tokensIn,
    tokensOut: step.tokensOut,
    cost: step.cost,
    startedAt: step.startedAt?.toISOString() ?? null,
    endedAt: step.endedAt?.toISOString() ?? null,
  }
}

export function toEffectView(effect: EffectRow, runId: string): EffectView {
  const { connectionId, connectionName } = effect
  return {
    id: effect.id,
    stepPath: effect.stepPath,
    earlier: effect.runId !== runId,
    action: effect.action,
    effect: effect.effect,
    outward: effect.outward,
    status: effect.status,
    preview: effect.preview,
    connection: connectionId === null ? null : { id: connectionId, name: connectionName ?? '' },
    intendedAt: effect.intendedAt.toISOString(),
    settledAt: effect.settledAt?.toISOString() ?? null,
  }
}
