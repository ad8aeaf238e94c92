'use client'

import { useRouter } from 'next/navigation'
import { useCall, useRefresh } from '@/components/api/use-api'
import { toast } from '@/components/ui/toast'
import { useEditorFacts } from '../editor-facts'
import { useEditor, useEditorStore } from '../store/editor-context'

/** The workflow's name, changed where it stands. */
export function WorkflowName() {
  const store = useEditorStore()
  const { workflowId } = useEditorFacts()
  const name = useEditor((state) => state.name)
  const readOnly = useEditor((state) => state.readOnly)
  const { call } = useCall()
  const refresh = useRefresh()
  const router = useRouter()
  const keep = async (next: string) => {
    const trimmed = next.trim()
    if (trimmed === '' || trimmed === name) return
    store.setState({ name: trimmed })
    const done = await call({ path: `/workflows/${workflowId}`, method: 'PATCH', body: { name: trimmed } })
    if (done) {
      // The page's title says the name too.
      router.refresh()
      return void refresh('/workflows')
    }
    store.setState({ name })
    toast.failed('The name could not be changed. Try again in a moment.')
  }
  if (readOnly) return <h1 className="min-w-0 truncate font-semibold text-base">{name}</h1>
  return (
    <>
      <h1 className="sr-only">{name}</h1>
      <input
        key={name}
        defaultValue={name}
        aria-label="Name of the workflow"
        maxLength={120}
        size={Math.min(40, Math.max(8, name.length))}
        className="-mx-1 h-8 min-w-0 truncate rounded-xs bg-transparent px-1 font-semibold text-base hover:bg-sunken focus-visible:bg-raised"
        onBlur={(event) => void keep(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') {
            event.currentTarget.value = name
            event.currentTarget.blur()
          }
        }}
      />
    </>
  )
}
