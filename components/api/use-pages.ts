'use client'

import useSWRInfinite from 'swr/infinite'
import type { Page } from '@/lib/policy/views/workspace-views'
import type { ApiError } from './api-error'
import { callApi } from './client'
import { useHere } from './workspace-context'

export type Pages<Item> = {
  readonly items: readonly Item[]
  readonly error: ApiError | undefined
  /** Nothing has come yet. */
  readonly loading: boolean
  readonly loadingMore: boolean
  /** Asks for the next page; null when there is none. */
  readonly more: (() => void) | null
}

type PagesOptions<Item> = { first?: Page<Item>; refreshEvery?: number }

/** A list of the API, page by page. `path` may have a query; the cursor is added to it. */
export function useApiPages<Item>(path: string, options: PagesOptions<Item> = {}): Pages<Item> {
  const { workspace } = useHere()
  const { first, refreshEvery } = options
  const { data, error, size, setSize, isValidating } = useSWRInfinite<Page<Item>, ApiError>(
    (index, before) => {
      if (index === 0) return [workspace.slug, path]
      return before?.next ? [workspace.slug, withCursor(path, before.next)] : null
    },
    ([, at]: [string, string]) => callApi<Page<Item>>({ path: at, workspace: workspace.slug }),
    {
      ...(first === undefined ? {} : { fallbackData: [first] }),
      refreshInterval: refreshEvery ?? 0,
      revalidateFirstPage: true,
      keepPreviousData: true,
    },
  )
  const pages = data ?? []
  const hasMore = pages.at(-1)?.next != null
  return {
    items: pages.flatMap((page) => page.items),
    error,
    loading: data === undefined && error === undefined,
    loadingMore: isValidating && size > pages.length,
    more: hasMore ? () => void setSize(size + 1) : null,
  }
}

function withCursor(path: string, cursor: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
}
