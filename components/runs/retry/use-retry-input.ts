'use client'

import { useState } from 'react'
import type { Json } from '@/lib/core/json'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { isObject } from '@/lib/workflow/value-at'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useApi } from '../../api/use-api'
import { emptyValues, type FormValues, toInput } from '../start/form-value'

/** What a run was given, to be changed before it is repeated: in its form, or as JSON where there is none. */
export function useRetryInput(run: RunView, versionId: string) {
  const { data } = useApi<{ document: WorkflowDocument }>(
    `/workflows/${run.workflow.id}/versions/${versionId}`,
    {
      revalidateOnFocus: false,
    },
  )
  const trigger = data?.document.nodes.find((node) => node.id === run.trigger)
  const fields = trigger?.type === 'trigger.form' ? trigger.config.fields : null
  const [typed, setTyped] = useState<FormValues>({})
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [text, setText] = useState(() => JSON.stringify(run.input, null, 2))
  const values: FormValues = fields ? { ...emptyValues(fields), ...asTyped(run.input), ...typed } : {}

  function read(): { readonly value: Json } | 'wrong' {
    if (!fields) {
      try {
        const value: Json = JSON.parse(text)
        setErrors({})
        return { value }
      } catch {
        setErrors({ json: 'This is not JSON yet. Check quotes, commas and brackets.' })
        return 'wrong'
      }
    }
    const input = toInput(fields, values)
    setErrors('errors' in input ? input.errors : {})
    return 'errors' in input ? 'wrong' : { value: input.input }
  }

  return { isLoading: data === undefined, fields, values, setTyped, errors, text, setText, read }
}

export type RetryInputState = ReturnType<typeof useRetryInput>

/** Values as a person would have typed them. */
function asTyped(input: Json): FormValues {
  if (!isObject(input)) return {}
  return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, typedOf(value)]))
}

function typedOf(value: Json): string | boolean {
  if (typeof value === 'boolean' || typeof value === 'string') return value
  if (value === null) return ''
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('\n')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
