'use client'

import { useState } from 'react'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useApi } from '../api/use-api'
import { useEvents } from '../api/use-events'
import { cn } from '../ui/cn'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../ui/tabs'
import { useMedia } from '../ui/use-media'
import { RunGraphPane } from './run-graph-pane'
import { RunHeader } from './run-header'
import { RunLedger } from './run-ledger'
import { RunNotice } from './run-notice'
import { RunResult } from './run-result'
import { RunStory } from './run-story'
import { isUnderWay } from './run-words'
import { useOpenSteps } from './use-open-steps'

type RunPageProps = {
  first: RunView
  /** The version that ran; null when it is gone, and then there is no graph. */
  document: WorkflowDocument | null
}

/** A run, from its first step to its last, live while it goes on; its graph beside the story, in step with it. */
export function RunPage({ first, document }: RunPageProps) {
  const run = useRun(first)
  const failed = run.steps.find((step) => step.status === 'failed' && step.parent === null)
  const { open, last, toggle, show } = useOpenSteps(failed?.path ?? null)
  const isWide = useMedia('(width >= 80rem)')
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
      <div className={cn(graph && 'grid items-start gap-8 xl:grid-cols-2')}>
        <Tabs defaultValue="story" className="min-w-0">
          <TabsList aria-label="Parts of the run">
            <TabsTrigger value="story">Story</TabsTrigger>
            <TabsTrigger value="effects">
              Effects <span className="text-muted tabular-nums">{run.effects.length}</span>
            </TabsTrigger>
            <TabsTrigger value="result">Input and result</TabsTrigger>
            {graph ? (
              <TabsTrigger value="graph" className="xl:hidden">
                Graph
              </TabsTrigger>
            ) : null}
          </TabsList>
          <TabsContent value="story">
            <RunStory run={run} open={open} onToggle={toggle} />
          </TabsContent>
          <TabsContent value="effects">
            <RunLedger run={run} />
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
        {graph && isWide ? (
          <aside
            aria-label="The graph as it ran"
            className="sticky top-[calc(var(--frame-top)+1.5rem)] h-[calc(100dvh-var(--frame-top)-3rem)] max-h-180 overflow-hidden rounded-card border border-line bg-sunken"
          >
            {graph}
          </aside>
        ) : null}
      </div>
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
