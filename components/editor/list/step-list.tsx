'use client'

import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { InsideBar } from '../inside-bar'
import { useEditor, useEditorStore } from '../store/editor-context'
import { listOrder } from './list-order'
import { StepListRow } from './step-list-row'

/** The same workflow as a list: for a phone, and for whoever would rather read than look. */
export function StepList() {
  const store = useEditorStore()
  const document = useEditor((state) => state.document)
  const name = useEditor((state) => state.name)
  const canEdit = useEditor((state) => !state.readOnly && state.run === null)
  const steps = useMemo(() => listOrder(document), [document])
  return (
    <section aria-label={`Steps of ${name}`} className="h-full overflow-y-auto bg-sunken">
      <div className="mx-auto flex max-w-180 flex-col gap-3 px-4 py-5">
        <InsideBar className="sticky top-2 z-20 -mx-1" />
        <ol className="flex flex-col gap-2">
          {steps.map((node) => (
            <StepListRow key={node.id} node={node} canEdit={canEdit} />
          ))}
        </ol>
        {canEdit ? (
          <Button className="self-center" onClick={() => store.setState({ palette: {} })}>
            <Plus aria-hidden />
            Add a step
          </Button>
        ) : null}
      </div>
    </section>
  )
}
