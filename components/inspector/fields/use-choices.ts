'use client'

import { useEffect, useMemo, useState } from 'react'
import { messageOf } from '@/components/api/api-error'
import { callApi } from '@/components/api/client'
import { useHere } from '@/components/api/workspace-context'
import { getAction } from '@/lib/connectors'
import type { Choice } from '@/lib/connectors/contract'
import type { FormField } from '@/lib/connectors/derive/fields-of'
import type { Json } from '@/lib/core/json'
import type { Binding } from '@/lib/workflow/binding'

type Choices =
  | { readonly status: 'none' | 'loading' }
  | { readonly status: 'here'; readonly choices: readonly Choice[] }
  | { readonly status: 'failed'; readonly message: string }

const kept = new Map<string, readonly Choice[]>()

/**
 * What a picker offers: the results of its read action over the connection, with what the fields beside it say. Asked
 * once for the same question while the page stands.
 */
export function useChoices(
  field: Pick<FormField, 'pick' | 'pickInput'>,
  connection: string | undefined,
  siblings: Readonly<Record<string, Binding>>,
): Choices {
  const { workspace } = useHere()
  const [state, setState] = useState<Choices>({ status: 'none' })
  const input = useMemo(() => pickInput(field, siblings), [field, siblings])
  const question = field.pick && connection && input ? JSON.stringify([connection, field.pick, input]) : null
  useEffect(() => {
    if (!question) return setState({ status: 'none' })
    const known = kept.get(question)
    if (known) return setState({ status: 'here', choices: known })
    const stop = new AbortController()
    setState({ status: 'loading' })
    const [id, action, asked]: [string, string, Json] = JSON.parse(question)
    callApi<{ choices: readonly Choice[] }>({
      path: `/connections/${id}/choices`,
      method: 'POST',
      body: { action, input: asked },
      workspace: workspace.slug,
      signal: stop.signal,
    }).then(
      ({ choices }) => {
        kept.set(question, choices)
        setState({ status: 'here', choices })
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ status: 'failed', message: messageOf(error) })
      },
    )
    return () => stop.abort()
  }, [question, workspace.slug])
  return state
}

/** The picking action's input from literals beside the field; null while one that it needs is not there. */
function pickInput(
  field: Pick<FormField, 'pick' | 'pickInput'>,
  siblings: Readonly<Record<string, Binding>>,
): Record<string, Json> | null {
  const entries: [string, Json][] = []
  for (const [key, sibling] of Object.entries(field.pickInput)) {
    const binding = siblings[sibling]
    if (!binding || !('value' in binding)) return null
    entries.push([key, binding.value])
  }
  const input = Object.fromEntries(entries)
  return field.pick && getAction(field.pick)?.input.safeParse(input).success ? input : null
}
