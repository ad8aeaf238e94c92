import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import { modelError } from './model-error'
import { openClient, readJson, toFailure, UnreadableAnswer } from './openai-client'
import type { OpenProvider } from './provider'

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) })

/**
 * The names of the provider's models, sorted: what a picker offers, and the cheapest proof that address and key are
 * right. Everything thrown is a HandrailError that says what to mend.
 */
export async function listModels(provider: OpenProvider, signal: AbortSignal): Promise<readonly string[]> {
  const sdk = await import('openai')
  const client = openClient(sdk, provider, signal)
  try {
    const { answer, text } = await readJson(await client.models.list().asResponse())
    const list = listSchema.safeParse(answer)
    if (!list.success) throw new UnreadableAnswer({ kind: 'garbage', said: text.slice(0, 500) })
    return list.data.data.map((model) => model.id).sort()
  } catch (thrown) {
    const failure = toFailure(sdk, thrown, signal)
    throw failure instanceof HandrailError ? failure : modelError(failure, '')
  }
}
