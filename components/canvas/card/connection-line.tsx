'use client'

import { useEditorFacts } from '@/components/editor/editor-facts'
import { getConnector } from '@/lib/connectors'

type ConnectionLineProps = { action: string; connection: string | undefined }

/** Quietly: the account that the step acts with. */
export function ConnectionLine({ action, connection }: ConnectionLineProps) {
  const { connections } = useEditorFacts()
  const product = getConnector(action)
  const found = connections.find((each) => each.id === connection)
  if (!connection) {
    if (product?.connection !== 'required') return null
    return <p className="truncate text-write text-xs">Choose a {product.title} account</p>
  }
  if (!found) return null
  return (
    <p className="flex items-center gap-1.5 truncate text-muted text-xs">
      <span className="truncate">{found.name}</span>
      {found.simulated ? <span className="shrink-0 text-practice">practice</span> : null}
      {found.status === 'reconnect' ? <span className="shrink-0 text-failed">reconnect</span> : null}
    </p>
  )
}
