'use client'

import { Play } from 'lucide-react'
import { useState } from 'react'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { StartRunDialog } from '../runs/start/start-run-dialog'
import { Card } from '../ui/card'
import { WorkflowIcons } from '../workflows/workflow-icons'

/** Live workflows that people start by hand, one press away. */
export function StartButtons({ workflows }: { workflows: readonly WorkflowSummary[] }) {
  const [chosen, setChosen] = useState<WorkflowSummary | null>(null)
  return (
    <>
      <ul className="grid gap-3 sm:grid-cols-2">
        {workflows.map((workflow) => (
          <li key={workflow.id}>
            <Card className="relative flex h-full flex-col gap-3 p-4 transition-colors focus-within:border-accent hover:border-control-line">
              <div className="flex items-start justify-between gap-3">
                <WorkflowIcons triggers={[]} connectors={workflow.connectors} />
                <Play className="size-4 shrink-0 text-accent" aria-hidden />
              </div>
              <div>
                <button
                  type="button"
                  onClick={() => setChosen(workflow)}
                  className="text-left font-medium after:absolute after:inset-0 after:content-['']"
                >
                  {workflow.name}
                </button>
                {workflow.description ? (
                  <p className="line-clamp-2 text-muted text-sm">{workflow.description}</p>
                ) : null}
              </div>
            </Card>
          </li>
        ))}
      </ul>
      {chosen ? (
        <StartRunDialog
          key={chosen.id}
          workflow={chosen}
          open
          onOpenChange={(open) => !open && setChosen(null)}
        />
      ) : null}
    </>
  )
}
