'use client'

import { type ReactNode, useState } from 'react'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useApi } from '../api/use-api'
import { useEvents } from '../api/use-events'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../ui/tabs'
import { RunHeader } from './run-header'
import { RunLedger } from './run-ledger'
import { RunNotice } from './run-notice'
import { RunResult } from './run-result'
import { RunStory } from './run-story'
import { isUnderWay } from './run-words'

type RunPageProps = {
  first: RunView
  /** Draws the graph as it ran, in step with the story. */
  graph?: (view: { run: RunView; selected: string | null; onSelect: (node: string) => void }) => ReactNode
}

/** A run, from its first step to its last, live while it goes on. */
export function RunPage({ first, graph }: RunPageProps) {
  const path = `/runs/${first.id}`
  const [listening, setListening] = useState(isUnderWay(first.status))
  const { data, mutate } = useApi<RunView>(path, {
    first,
    revalidateOnMount: isUnderWay(first.status),
    refreshInterval: (latest) => (latest && isUnderWay(latest.status) ? 5_000 : 0),
    onSuccess: (run) => setListening(isUnderWay(run.status)),
  })
  useEvents(listening ? `${path}/events` : null, () => void mutate())
  const run = data ?? first
  const failed = run.steps.find((step) => step.status === 'failed' && step.parent === null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(failed ? [failed.path] : []))
  const toggle = (step: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(step)) next.add(step)
      return next
    })
  const last = [...open].at(-1)
  const selected = run.steps.find((step) => step.path === last)?.node ?? null
  return (
    <>
      <RunHeader run={run} />
      <div className="mb-5 empty:hidden">
        <RunNotice run={run} />
      </div>
      <div
        className={graph ? 'grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,0.9fr)]' : undefined}
      >
        <Tabs defaultValue="story">
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
          {graph ? (
            <TabsContent value="graph" className="h-[60dvh] xl:hidden">
              {graph({ run, selected, onSelect: toggle })}
            </TabsContent>
          ) : null}
        </Tabs>
        {graph ? (
          <aside
            aria-label="The graph as it ran"
            className="sticky top-[calc(var(--frame-top)+1.5rem)] hidden h-[calc(100dvh-var(--frame-top)-3rem)] max-h-200 overflow-hidden rounded-card border border-line bg-sunken xl:block"
          >
            {graph({ run, selected, onSelect: toggle })}
          </aside>
        ) : null}
      </div>
    </>
  )
}
