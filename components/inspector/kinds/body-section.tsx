'use client'

import { useReactFlow } from '@xyflow/react'
import { CornerDownRight } from 'lucide-react'
import { openLevel } from '@/components/editor/commands/open-level'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { Button } from '@/components/ui/button'
import { describeCount } from '@/components/values/describe-amount'
import type { NodeOf } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import { Section } from '../sections/section'
import { useFieldIssue } from '../use-field-issue'

/** The way to the steps of a loop. */
export function BodySection({ node }: { node: NodeOf<'each'> | NodeOf<'repeat'> }) {
  const store = useEditorStore()
  const flow = useReactFlow()
  const inside = useEditor((state) => state.inside)
  const issue = useFieldIssue(node.id, 'config.body')
  const count = node.config.body.nodes.filter((inner) => kindOf(inner).runs).length
  return (
    <Section title="What is done each time">
      <p className="-mt-2 text-muted text-sm">
        {count === 0 ? 'No step yet' : describeCount(count, 'step')}, on a canvas of{' '}
        {count === 1 ? 'its' : 'their'} own.
      </p>
      <Button className="self-start" onClick={() => openLevel({ store, flow }, [...inside, node.id])}>
        <CornerDownRight aria-hidden />
        Open the steps inside
      </Button>
      {issue ? <p className="text-failed text-sm">{issue}</p> : null}
    </Section>
  )
}
