'use client'

import { useReactFlow } from '@xyflow/react'
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { describeCount } from '@/components/values/describe-amount'
import { showIssue } from '../commands/show-issue'
import { useEditor, useEditorStore } from '../store/editor-context'
import { IssueRow, issueKey } from './issue-row'

/** How many things are to be mended. Pressing one goes to its step and field. */
export function ChecksButton() {
  const store = useEditorStore()
  const flow = useReactFlow()
  const issues = useEditor((state) => state.issues)
  const [isOpen, setOpen] = useState(false)
  const errors = issues.filter((issue) => issue.severity === 'error').length
  const look =
    errors > 0
      ? { words: `${describeCount(errors, 'thing')} to mend`, icon: CircleAlert, tone: 'text-failed' }
      : issues.length > 0
        ? { words: describeCount(issues.length, 'warning'), icon: TriangleAlert, tone: 'text-write' }
        : { words: 'All checks pass', icon: CircleCheck, tone: 'text-succeeded' }
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost" aria-label={`Checks: ${look.words}`} title={look.words} className="px-2">
          <look.icon aria-hidden className={look.tone} />
          {issues.length === 0 ? null : <span className="tabular-nums">{errors || issues.length}</span>}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="w-96 max-w-[calc(100vw-1rem)] p-1.5" aria-label="Checks">
        <p className="px-2 pt-1 pb-1.5 font-medium">{look.words}</p>
        {issues.length === 0 ? (
          <p className="px-2 pb-2 text-muted text-sm">The draft can be run and published.</p>
        ) : null}
        <ul className="max-h-96 overflow-y-auto">
          {issues.map((issue) => (
            <li key={issueKey(issue)}>
              <IssueRow
                issue={issue}
                onShow={() => {
                  setOpen(false)
                  showIssue(store, flow, issue)
                }}
              />
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  )
}
