'use client'

import { Plus } from 'lucide-react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Button } from '@/components/ui/button'
import type { NodeOf } from '@/lib/workflow/document'
import { freshId } from '@/lib/workflow/edits/fresh-id'
import { BranchEditor } from './branch-editor'

type Branch = NodeOf<'condition'>['config']['branches'][number]

/** Branches from top to bottom: the first that holds is taken, else “Otherwise”. */
export function ConditionEditor({ node }: { node: NodeOf<'condition'> }) {
  const store = useEditorStore()
  const { branches, otherwise } = node.config
  const put = (next: Branch[], key?: string) =>
    replaceNode(store, { ...node, config: { ...node.config, branches: next } }, key)
  const add = () => {
    const exit = freshId(
      `branch ${branches.length + 1}`,
      new Set([...branches.map((each) => each.exit), otherwise]),
    )
    put([...branches, { exit, label: `Branch ${branches.length + 1}`, when: { all: [] } }])
  }
  return (
    <>
      {branches.map((branch, index) => (
        <BranchEditor
          key={branch.exit}
          nodeId={node.id}
          path={`config.branches.${index}`}
          branch={branch}
          index={index}
          onChange={(next, key) =>
            put(
              branches.map((each, at) => (at === index ? next : each)),
              key ? `config.branches.${branch.exit}.${key}` : undefined,
            )
          }
          onRemove={() => put(branches.filter((_, at) => at !== index))}
        />
      ))}
      <div className="flex items-center justify-between gap-2 border-line border-b px-4 py-3">
        <p className="text-muted text-sm">Otherwise: the last way out.</p>
        <Button size="sm" onClick={add}>
          <Plus aria-hidden />
          Add a branch
        </Button>
      </div>
    </>
  )
}
