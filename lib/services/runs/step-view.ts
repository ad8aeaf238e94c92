import type { EffectRow } from '@/db/queries/effects/effect-row'
import type { StepRowWithSize } from '@/db/queries/steps/list-steps'
import type { EffectView, StepView } from '@/lib/workflow/views/run-view'

export function toStepView({ step, artifactSize }: StepRowWithSize, address: string | null = null): StepView {
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
    address,
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
