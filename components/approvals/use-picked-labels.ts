'use client'

import useSWR from 'swr'
import { getAction } from '@/lib/connectors'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import type { CoveredEffect } from '@/lib/workflow/views/approval-view'
import { callApi } from '../api/client'
import { useHere } from '../api/workspace-context'

type Choices = { readonly choices: readonly { readonly value: string; readonly label: string }[] }

/**
 * The names of what a call's fields hold as ids: the channel's name for `C0123`. By field key; what cannot be looked
 * up, or may not be by this reader, is left out and stays an id.
 */
export function usePickedLabels(effect: CoveredEffect): Readonly<Record<string, string>> {
  const { workspace } = useHere()
  const action = getAction(effect.action)
  const connection = effect.connection?.id
  const picked = action ? fieldsOf(action).filter((field) => field.pick && field.destination) : []
  const { data } = useSWR(
    connection && picked.length > 0 ? [workspace.slug, 'labels', connection, effect.action] : null,
    async () => {
      const found: Record<string, string> = {}
      for (const field of picked) {
        const { choices } = await callApi<Choices>({
          path: `/connections/${connection}/choices`,
          method: 'POST',
          body: { action: field.pick, input: {} },
          workspace: workspace.slug,
        })
        const label = choices.find(({ value }) => value === effect.input[field.key])?.label
        if (label) found[field.key] = label
      }
      return found
    },
    { shouldRetryOnError: false, revalidateOnFocus: false },
  )
  return data ?? {}
}
