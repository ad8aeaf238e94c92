'use client'

import { useReactFlow } from '@xyflow/react'
import { Command } from 'cmdk'
import { Dialog as Radix } from 'radix-ui'
import { kindTitleOf, titleOf } from '@/components/canvas/card/title-of'
import { rankMatch } from '@/components/canvas/palette/rank-match'
import { refusalOf } from '@/components/canvas/surface/connect-rules'
import { iconOfNode } from '@/components/inspector/data/data-sources'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import { allNodes, levelOf } from '@/lib/workflow/levels'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'
import { connectNodes } from '../commands/connect-nodes'
import { goToNode } from '../commands/go-to-node'
import { useEditor, useEditorStore } from '../store/editor-context'
import { nodeIndex } from '../store/node-index'

type Row = { readonly node: WorkflowNode; readonly exit: string; readonly label: string }

/** `Mod+F`: goes to a step by its name. `C`: draws a line from the selected step to one of those that can take it. */
export function StepSearch({ purpose }: { purpose: 'find' | 'connect' }) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const document = useEditor((state) => state.document)
  const whole = useEditor((state) => state.whole)
  const selected = useEditor(({ selectedNodes }) =>
    selectedNodes.size === 1 ? [...selectedNodes][0] : undefined,
  )
  const source = selected ? nodeIndex(document).get(selected) : undefined
  const isFinding = purpose === 'find'
  const rows = isFinding
    ? allNodes(whole).map((node) => ({ node, exit: '', label: '' }))
    : linesFrom(document, source)
  const close = () => store.setState({ dialog: null })
  const choose = ({ node, exit }: Row) => {
    close()
    if (!isFinding && source) connectNodes(store, { from: source.id, exit, to: node.id })
    goToNode({ store, flow }, !isFinding && source ? source.id : node.id)
  }
  const title = isFinding ? 'Find a step' : `Connect “${source ? titleOf(source) : ''}” to…`
  return (
    <Radix.Root open onOpenChange={(open) => (open ? null : close())}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-enter bg-scrim" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="floating fixed inset-x-4 top-[14dvh] z-50 mx-auto max-w-120 overflow-hidden outline-none"
        >
          <Radix.Title className="px-4 pt-3 font-medium text-muted text-sm">{title}</Radix.Title>
          <Command label={title} filter={rankMatch} loop>
            <Command.Input
              autoFocus
              placeholder="Name of the step…"
              className="h-11 w-full border-line border-b bg-transparent px-4 outline-none"
            />
            <Command.List className="max-h-80 overflow-y-auto p-1.5">
              <Command.Empty className="px-2 py-6 text-center text-muted">
                {isFinding ? 'No step has that name.' : 'There is no such step that it could lead to.'}
              </Command.Empty>
              {rows.map((row) => (
                <Command.Item
                  key={`${row.exit} ${row.node.id}`}
                  value={`${row.exit} ${row.node.id}`}
                  keywords={[titleOf(row.node), kindTitleOf(row.node), row.label]}
                  onSelect={() => choose(row)}
                  className="flex h-control items-center gap-2.5 rounded-xs px-2 data-[selected=true]:bg-sunken"
                >
                  <ConnectorIcon name={iconOfNode(row.node)} className="text-muted" />
                  {row.label ? <span className="shrink-0 text-muted">{row.label} →</span> : null}
                  <span className="min-w-0 flex-1 truncate">{titleOf(row.node)}</span>
                  <span className="truncate text-muted text-sm">
                    {isFinding ? placeOf(whole, row.node) : kindTitleOf(row.node)}
                  </span>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Where a step stands when that is inside of a loop, else what kind it is. */
function placeOf(whole: WorkflowDocument, node: WorkflowNode): string {
  const loop = levelOf(whole, node.id)?.loop
  return loop ? `inside “${titleOf(loop)}”` : kindTitleOf(node)
}

/** Every line that may be drawn from a step, by its exits. */
function linesFrom(document: WorkflowDocument, start: WorkflowNode | undefined): readonly Row[] {
  if (!start) return []
  const exits = exitsOf(start)
  return exits.flatMap(({ exit, label }) =>
    document.nodes
      .filter((node) => refusalOf(document, { from: start.id, exit, to: node.id }) === null)
      .map((node) => ({ node, exit, label: exits.length > 1 ? label : '' })),
  )
}
