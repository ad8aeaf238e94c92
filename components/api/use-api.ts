'use client'

import { useCallback, useState } from 'react'
import useSWR, { type SWRConfiguration, type SWRResponse, useSWRConfig } from 'swr'
import { type ApiError, messageOf } from './api-error'
import { type ApiCall, callApi } from './client'
import { useHere } from './workspace-context'

/**
 * What a path of the API answers, kept fresh. `first` is what the server already rendered with. A null path asks
 * nothing.
 */
export function useApi<Answer>(
  path: string | null,
  options: SWRConfiguration<Answer, ApiError> & { first?: Answer } = {},
): SWRResponse<Answer, ApiError> {
  const { workspace } = useHere()
  const { first, ...rest } = options
  return useSWR<Answer, ApiError>(
    path === null ? null : [workspace.slug, path],
    () => callApi<Answer>({ path: path ?? '', workspace: workspace.slug }),
    { keepPreviousData: true, ...(first === undefined ? {} : { fallbackData: first }), ...rest },
  )
}

/** Says that what these paths answered may have changed. A path stands for all that start with it. */
export function useRefresh(): (...paths: string[]) => Promise<void> {
  const { workspace } = useHere()
  const { mutate, cache } = useSWRConfig()
  return useCallback(
    async (...paths) => {
      const isMeant = (key: unknown) =>
        Array.isArray(key) &&
        key[0] === workspace.slug &&
        paths.some((path) => String(key[1]).startsWith(path))
      // Lists that come by pages are kept under a name of their own, which no filter is asked about.
      const starts = paths.map((path) => `$inf$@"${workspace.slug}","${path}`)
      const lists = [...cache.keys()].filter((key) => starts.some((start) => key.startsWith(start)))
      await Promise.all([mutate(isMeant), ...lists.map((key) => mutate(key))])
    },
    [mutate, cache, workspace.slug],
  )
}

export type Calling = {
  /** Makes the call. Gives the answer, or null when it failed; then `error` has the words. */
  readonly call: <Answer>(request: Omit<ApiCall, 'workspace'>) => Promise<{ answer: Answer } | null>
  readonly busy: boolean
  readonly error: string | null
  /** The thrown thing itself, for its field and issues. */
  readonly cause: unknown
  readonly clear: () => void
}

/** A change that a person asks for: says while it is under way and, in words, when it failed. */
export function useCall(): Calling {
  const { workspace } = useHere()
  const [busy, setBusy] = useState(false)
  const [cause, setCause] = useState<unknown>(null)
  const call = useCallback(
    async <Answer>(request: Omit<ApiCall, 'workspace'>) => {
      setBusy(true)
      setCause(null)
      try {
        return { answer: await callApi<Answer>({ ...request, workspace: workspace.slug }) }
      } catch (thrown) {
        setCause(thrown)
        return null
      } finally {
        setBusy(false)
      }
    },
    [workspace.slug],
  )
  return { call, busy, cause, error: cause === null ? null : messageOf(cause), clear: () => setCause(null) }
}
