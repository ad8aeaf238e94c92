'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { Json } from '@/lib/core/json'
import type { DescribeReference } from './binding/chip-extension'
import type { DataSource } from './data/data-sources'
import { useData } from './data/use-data'

type NodeData = {
  readonly sources: readonly DataSource[]
  readonly samples: Readonly<Record<string, Json>>
  readonly describe: DescribeReference
}

const NodeDataContext = createContext<NodeData | null>(null)

/** Gives every field of a step's panel the data that it may use. */
export function NodeDataProvider({
  nodeId,
  within = false,
  children,
}: {
  nodeId: string
  /** For fields that the step fills in for each of its items. */
  within?: boolean
  children: ReactNode
}) {
  const { sources, samples, describe } = useData(nodeId, within)
  const data = useMemo(() => ({ sources, samples, describe }), [sources, samples, describe])
  return <NodeDataContext value={data}>{children}</NodeDataContext>
}

export function useNodeData(): NodeData {
  const data = useContext(NodeDataContext)
  if (!data) throw new Error('Used outside the panel of a step: wrap it in NodeDataProvider.')
  return data
}
