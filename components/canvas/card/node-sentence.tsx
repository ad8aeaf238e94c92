'use client'

import { memo } from 'react'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditor } from '@/components/editor/store/editor-context'
import { namesOf } from '@/components/editor/store/node-names'
import { actionCatalog } from '@/components/inspector/data/data-sources'
import { ConnectorIcon } from '@/components/marks/connector-icon'
import { cn } from '@/components/ui/cn'
import type { WorkflowNode } from '@/lib/workflow/document'
import type { SentencePart } from '@/lib/workflow/sentence/part'
import { sentenceOf } from '@/lib/workflow/sentence/sentence-of'

type NodeSentenceProps = { node: WorkflowNode; className?: string }

/** What a step will do with its present values: words, and chips for what is filled in. */
export const NodeSentence = memo(function NodeSentence({ node, className }: NodeSentenceProps) {
  const names = useEditor((state) => namesOf(state.whole).names)
  const icons = useEditor((state) => namesOf(state.whole).icons)
  const { people, workflows } = useEditorFacts()
  const parts = sentenceOf(node, {
    actions: actionCatalog,
    names,
    people,
    ...(workflows ? { workflows } : {}),
  })
  return (
    <p className={cn('break-words text-muted leading-[1.55]', className)}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name than their place
        <Part key={index} part={part} icons={icons} />
      ))}
    </p>
  )
})

function Part({ part, icons }: { part: SentencePart; icons: ReadonlyMap<string, string> }) {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'value':
      return <span className="text-text">{part.text}</span>
    case 'reference':
      return (
        <span
          className={cn(
            'inline-flex max-w-full items-center gap-1 rounded-xs px-1 align-[-0.22em] font-medium leading-[1.4]',
            part.isBroken ? 'bg-failed-soft text-failed' : 'bg-accent-soft text-accent',
          )}
        >
          <ConnectorIcon name={icons.get(part.from) ?? ''} className="size-3" />
          <span className="truncate">{part.text}</span>
        </span>
      )
    case 'blank':
      return <span className="border-control-line border-b border-dashed text-muted italic">{part.text}</span>
  }
}
