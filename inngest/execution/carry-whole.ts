import { newId } from '@/db/new-id'
import type { ArtifactRow } from '@/db/queries/artifacts/insert-artifact'
import { HandrailError } from '@/lib/core/errors'
import type { ArtifactId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import type { Outcome, Ports, RunEnd, StepPath } from '@/lib/engine/contract'
import { drive } from '@/lib/engine/drive'
import { toStepError } from '@/lib/engine/to-step-error'
import type { RunToCarry, WholeRun } from '@/lib/services/runs/start/whole-run'
import { type Answer, readAnswer } from '@/lib/workflow/answer'
import type { WorkflowNode } from '@/lib/workflow/document'
import { maximumStateBytes } from './execution'
import { type OutputPlace, recordOf } from './record-of'
import { stepOfNode } from './step-row'
import { inlineBytes, tooMuchState } from './stored-output'

type Entry = { readonly path: StepPath; readonly node: WorkflowNode; readonly outcome: Outcome }

/**
 * Carries a run that touches no port to its end, before anything of it is stored, by the same `drive` as every other:
 * what it did can be computed again, so a crash before its one commit leaves nothing behind, and nobody was promised
 * anything. `undefined`: it needs a port, and the runtime carries it.
 */
export async function carryWhole(run: RunToCarry): Promise<WholeRun | undefined> {
  const entries: Entry[] = []
  const state = {
    trigger: { node: run.trigger, output: run.input },
    now: run.now.getTime(),
    outcomes: new Map<string, Outcome>(),
  }
  try {
    const end = await drive(run.plan, state, { ...noPorts, record: (more) => entries.push(...more) })
    return toWholeRun(run, entries, end)
  } catch (error) {
    // What else goes wrong is for the runtime's carrying to find and to tell.
    if (error instanceof PortReached || error instanceof HandrailError) return undefined
    throw error
  }
}

class PortReached extends Error {
  override readonly name = 'PortReached'
}

const needsPort = () => Promise.reject(new PortReached())

const noPorts: Omit<Ports, 'record'> = {
  act: needsPort,
  think: needsPort,
  ask: needsPort,
  wait: needsPort,
  call: needsPort,
  compute: needsPort,
  choose: needsPort,
}

function toWholeRun(run: RunToCarry, entries: readonly Entry[], end: RunEnd): WholeRun {
  const scope = { workspaceId: run.workspaceId, runId: run.runId }
  const store = outputStore(scope)
  const { output: value, artifactId } = store.place(run.input)
  const at = new Date()
  const placed: { readonly entry: Entry; readonly place: OutputPlace }[] = []
  for (const entry of entries) {
    if (store.isFull()) break
    const place = entry.outcome.status === 'succeeded' ? store.place(entry.outcome.output) : nowhere
    placed.push({ entry, place })
  }
  const whole = store.isFull() ? { ...end, ...tooLarge } : end
  const output = store.place(whole.output)
  return {
    status: whole.status,
    ...(whole.error ? { error: whole.error } : {}),
    input: { value: value ?? {}, artifactId },
    output: output.artifactId
      ? { artifact: output.artifactId, bytes: store.sizeOf(output.artifactId) }
      : output.output,
    steps: placed.map(({ entry: { node, outcome }, place }) =>
      recordOf(scope, { step: stepOfNode({ plan: run.plan, item: null }, node), outcome, at }, place),
    ),
    artifacts: store.artifacts,
    answer: answerOf(run, entries, whole),
  }
}

const nowhere: OutputPlace = { output: null, artifactId: null }

const tooLarge: Pick<RunEnd, 'status' | 'output' | 'error'> = {
  status: 'failed',
  output: null,
  error: toStepError(tooMuchState()),
}

/** Finds each value its place, the same value the same place: a large one is stored once, whoever gave it. */
function outputStore(scope: Pick<ArtifactRow, 'workspaceId' | 'runId'>) {
  const known = new Map<Json, OutputPlace>()
  const artifacts: (ArtifactRow & { readonly id: ArtifactId })[] = []
  let bytes = 0
  const place = (value: Json): OutputPlace => {
    const found = known.get(value)
    if (found) return found
    const text = JSON.stringify(value)
    // Characters are at most four bytes: a short text need not be measured.
    const size = text.length * 4 <= inlineBytes ? text.length : Buffer.byteLength(text)
    bytes += size
    const made: OutputPlace =
      size <= inlineBytes
        ? { output: value, artifactId: null }
        : { output: null, artifactId: newId<ArtifactId>('art') }
    if (made.artifactId) {
      const body = Buffer.from(text)
      artifacts.push({ id: made.artifactId, ...scope, contentType: 'application/json', size, body })
    }
    known.set(value, made)
    return made
  }
  return {
    place,
    artifacts,
    isFull: () => bytes > maximumStateBytes,
    sizeOf: (id: ArtifactId) => artifacts.find((artifact) => artifact.id === id)?.size ?? 0,
  }
}

/** What a `respond` step said first, else how the run ended. */
function answerOf(
  run: RunToCarry,
  entries: readonly Entry[],
  end: Pick<RunEnd, 'status' | 'output' | 'error'>,
): Answer {
  for (const { node, outcome } of entries) {
    if (node.type === 'respond' && outcome.status === 'succeeded') return readAnswer(outcome.output)
  }
  if (end.status === 'succeeded') return { status: 200, headers: {}, body: end.output }
  const { status, error } = end
  return { status: 500, headers: {}, body: { id: run.runId, status, message: error?.message ?? '' } }
}
