import { newId } from '@/db/new-id'
import { HandrailError } from '@/lib/core/errors'
import type { ArtifactId } from '@/lib/core/ids'
import type { Json } from '@/lib/core/json'
import { type Execution, maximumStateBytes } from './execution'

/** Values above this many bytes do not ride along: they are artifacts. */
export const inlineBytes = 64 * 1024

export type StoredOutput = {
  readonly output: Json | null
  readonly artifact: { readonly id: ArtifactId; readonly body: Buffer } | null
  readonly bytes: number
}

/** Where an output is to be stored: with its step, or as an artifact. Refuses what would make the run too large. */
export function toStoredOutput(execution: Execution, output: Json): StoredOutput {
  const text = JSON.stringify(output)
  const bytes = Buffer.byteLength(text)
  if (execution.size.bytes + bytes > maximumStateBytes) {
    throw tooMuchState()
  }
  if (bytes <= inlineBytes) return { output, artifact: null, bytes }
  return { output: null, artifact: { id: newId<ArtifactId>('art'), body: Buffer.from(text) }, bytes }
}

export function tooMuchState(): HandrailError {
  return new HandrailError({
    code: 'too_large',
    who: 'user',
    retry: 'no',
    message: `The outputs of this run would grow beyond ${maximumStateBytes / 1024 / 1024} MB. Ask for fewer entries or fewer fields at this step.`,
  })
}
