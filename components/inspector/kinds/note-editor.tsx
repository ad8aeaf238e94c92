'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Textarea } from '@/components/ui/textarea'
import type { NodeOf } from '@/lib/workflow/document'
import { Section } from '../sections/section'

export function NoteEditor({ node }: { node: NodeOf<'note'> }) {
  const store = useEditorStore()
  return (
    <Section title="Text">
      <Textarea
        aria-label="Text of the note"
        rows={6}
        maxLength={10_000}
        value={node.config.text}
        onChange={(event) =>
          replaceNode(store, { ...node, config: { text: event.target.value } }, 'config.text')
        }
      />
    </Section>
  )
}
