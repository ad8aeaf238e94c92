'use client'

import { FlaskConical } from 'lucide-react'
import { useState } from 'react'
import { effectOf, titleOf } from '@/components/canvas/card/title-of'
import { useTestStep } from '@/components/editor/run/use-test-step'
import { ConfirmDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import type { WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'

/** Runs one step with what earlier steps gave last time. What changes something asks first. */
export function TestSection({ node }: { node: WorkflowNode }) {
  const { test, busy } = useTestStep()
  const [isAsking, setAsking] = useState(false)
  if (!kindOf(node).mayFail) return null
  const effect = effectOf(node)
  const isQuiet = effect === null || effect === 'read'
  return (
    <div className="flex items-center justify-between gap-3 border-line border-b px-4 py-3">
      <p className="text-muted text-sm">Try it with what earlier steps gave last time.</p>
      <Button busy={busy} onClick={() => (isQuiet ? void test(node.id) : setAsking(true))}>
        <FlaskConical aria-hidden />
        Test this step
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Really do “${titleOf(node)}”?`}
        action="Do it now"
        tone={effect === 'irreversible' ? 'danger' : 'primary'}
        onConfirm={() => {
          setAsking(false)
          void test(node.id)
        }}
      >
        {effect === 'irreversible'
          ? 'A test does the real thing with this account, and it cannot be undone.'
          : 'A test does the real thing with this account: something is changed there.'}
      </ConfirmDialog>
    </div>
  )
}
