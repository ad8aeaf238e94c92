'use client'

import dynamic from 'next/dynamic'
import { Skeleton } from '../../ui/skeleton'

/** The graph as it ran. Loaded after the story, which can be read without it. */
export const RunGraphPane = dynamic(() => import('../../canvas/run-graph').then(({ RunGraph }) => RunGraph), {
  ssr: false,
  loading: () => <Skeleton className="size-full" />,
})
