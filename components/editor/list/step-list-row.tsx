'use client'

import { ArrowDownRight, Plus } from 'lucide-react'
import { AgentTools } from '@/components/canvas/card/agent-tools'
import { BodySteps } from '@/components/canvas/card/body-steps'
import { CardProblems } from '@/components/canvas/card/card-problems'
import { LoopBar } from '@/components/canvas/card/loop-bar'
import { NodeSentence } from '@/components/canvas/card/node-sentence'
import { StepTime } from '@/components/canvas/card/step-time'
import { effectOf, titleOf } from '@/components/canvas/card/title-of'
import { iconOfNode } from '@/components/inspector/data/data-sources'
import { ConnectorTile } from '@/components/marks/connector-icon'
import { EffectChip } from '@/components/marks/effect-chip'
import { StatusChip } from '@/components/marks/status-chip'
import { waitingWords } from '@/components/runs/run-words'
import { cn } from '@/components/ui/cn'
import { IconButton } from '@/components/ui/icon-button'
import type { WorkflowNode } from '@/lib/workflow/document'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'
import { selectOnly } from '../commands/selection-edits'
import { useEditor, useEditorStore } from '../store/editor-context'
import { namesOf } from '../store/node-names'
import { stepOf } from '../store/run-index'

/** One step: what it does, where each of its exits leads. Pressing it opens its panel. */
export function StepListRow({ node, canEdit }: { node: WorkflowNode; canEdit: boolean }) {
  const store = useEditorStore()
  const isSelected = useEditor((state) => state.selectedNodes.has(node.id))
  const step = useEditor((state) => stepOf(state.run, node.id))
  const effect = effectOf(node)
  const open = () => {
    selectOnly(store, node.id)
    store.setState({ isInspectorOpen: true })
  }
  return (
    <li
      className={cn(
        'relative rounded-card border border-line bg-raised p-3',
        isSelected && 'border-accent',
        step?.status === 'failed' && 'border-failed',
      )}
    >
      <div className="flex items-center gap-2.5">
        <ConnectorTile name={iconOfNode(node)} />
        <button
          type="button"
          onClick={open}
          className="min-w-0 flex-1 truncate text-left font-medium after:absolute after:inset-0 after:rounded-card"
        >
          {titleOf(node)}
        </button>
        <CardProblems node={node} />
        {effect ? <EffectChip effect={effect} /> : null}
      </div>
      <NodeSentence node={node} className="mt-2 text-sm" />
      {node.type === 'agent' && node.config.tools.length > 0 ? (
        <AgentTools tools={node.config.tools} />
      ) : null}
      <BodySteps node={node} className="mt-2" />
      {step ? <LoopBar step={step} className="mt-2" /> : null}
      {step ? (
        <div className="mt-2 flex items-center justify-between gap-2">
          <StatusChip
            status={step.status}
            {...(step.waitingFor && !step.items ? { label: waitingWords(step.waitingFor) } : {})}
            className="min-w-0 shrink"
          />
          <StepTime step={step} />
        </div>
      ) : null}
      <ExitLines node={node} canEdit={canEdit} />
    </li>
  )
}

function ExitLines({ node, canEdit }: { node: WorkflowNode; canEdit: boolean }) {
  const store = useEditorStore()
  const document = useEditor((state) => state.document)
  const exits = exitsOf(node)
  if (exits.length === 0) return null
  const { names } = namesOf(document)
  return (
    <ul className="mt-2 flex flex-col gap-0.5 border-line border-t pt-2">
      {exits.map(({ exit, label }) => {
        const targets = document.edges.filter((edge) => edge.from === node.id && edge.exit === exit)
        const words = targets.map((edge) => names.get(edge.to) ?? 'a deleted step').join(', ')
        return (
          <li key={exit} className="flex min-h-7 items-center gap-2 text-sm">
            <ArrowDownRight className="size-3.5 shrink-0 text-muted" aria-hidden />
            {exits.length > 1 ? <span className="shrink-0 text-muted">{label}:</span> : null}
            <span className={cn('min-w-0 flex-1 truncate', !words && 'text-muted')}>
              {words || 'ends here'}
            </span>
            {canEdit ? (
              <IconButton
                label={`Add a step after ${titleOf(node)}${exits.length > 1 ? `, ${label}` : ''}`}
                size="sm"
                className="relative z-10"
                onClick={() => store.setState({ palette: { after: { node: node.id, exit } } })}
              >
                <Plus />
              </IconButton>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
