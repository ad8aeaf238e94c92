'use client'

import { useState } from 'react'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useApi } from '../../api/use-api'
import { useEvents } from '../../api/use-events'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../../ui/tabs'
import { useMedia } from '../../ui/use-media'
import { isUnderWay } from '../run-words'
import { RunGraphPane } from './run-graph-pane'
import { RunHeader } from './run-header'
import { RunLedger } from './run-ledger'
import { RunNotice } from './run-notice'
import { RunResult } from './run-result'
import { RunStory } from './run-story'
import { useOpenSteps } from './use-open-steps'

type RunPageProps = {
  first: RunView
  /** The version that ran; null when it is gone, and then there is no graph. */
  document: WorkflowDocument | null
}

/** A run, from its first step to its last, live while it goes on; its graph above the story, in step with it. */
export function RunPage({ first, document }: RunPageProps) {
  const run = useRun(first)
  const failed = run.steps.find((step) => step.status === 'failed' && step.parent === null)
  const { open, last, toggle, show } = useOpenSteps(failed?.path ?? null)
  const isWide = useMedia('(width >= 64rem)')
  const selected = run.steps.find((step) => step.path === last)?.node ?? null
  const graph = document ? (
    <RunGraphPane run={run} document={document} selected={selected} onSelect={show} />
  ) : null
  return (
    <>
      <RunHeader run={run} />
      <div className="mb-5 empty:hidden">
        <RunNotice run={run} />
      </div>
      {graph && isWide ? (
        <aside
          aria-label="The graph as it ran"
          className="mb-6 h-64 overflow-hidden rounded-card border border-line bg-sunken"
        >
          {graph}
        </aside>
      ) : null}
      <Tabs defaultValue="story" className="min-w-0">
        <TabsList aria-label="Parts of the run">
          <TabsTrigger value="story">Story</TabsTrigger>
          <TabsTrigger value="effects">
            Effects <span className="text-muted tabular-nums">{run.effects.length}</span>
          </TabsTrigger>
          <TabsTrigger value="result">Input and result</TabsTrigger>
          {graph && !isWide ? <TabsTrigger value="graph">Graph</TabsTrigger> : null}
        </TabsList>
        <TabsContent value="story">
          <RunStory run={run} open={open} onToggle={toggle} />
        </TabsContent>
        <TabsContent value="effects">
          <RunLedger run={run} goesOn={isUnderWay(run.status)} />
        </TabsContent>
        <TabsContent value="result">
          <RunResult run={run} />
        </TabsContent>
        {graph && !isWide ? (
          <TabsContent
            value="graph"
            className="mt-4 h-[60dvh] overflow-hidden rounded-card border border-line pt-0"
          >
            {graph}
          </TabsContent>
        ) : null}
      </Tabs>
    </>
  )
}

/** The run as it stands now: told of changes while it goes on, and asked for again in case one was missed. */
function useRun(first: RunView): RunView {
  const path = `/runs/${first.id}`
  const [goesOn, setGoesOn] = useState(isUnderWay(first.status))
  const { data, mutate } = useApi<RunView>(path, {
    first,
    revalidateOnMount: goesOn,
    refreshInterval: goesOn ? 5_000 : 0,
    onSuccess: (run) => setGoesOn(isUnderWay(run.status)),
  })
  useEvents(goesOn ? `${path}/events` : null, () => void mutate())
  return data ?? first
}
