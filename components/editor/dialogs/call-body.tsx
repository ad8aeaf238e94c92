'use client'

import { useEffect } from 'react'
import { useApi } from '@/components/api/use-api'
import { JsonControl } from '@/components/inspector/fields/json-control'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Json } from '@/lib/core/json'
import { valueAt } from '@/lib/workflow/value-at'

type CallBodyProps = { workflowId: string; trigger: string; onChange: (body: Json | undefined) => void }

/** The body of the call that a webhook is tried with: the one that came in last, to be changed. */
export function CallBody({ workflowId, trigger, onChange }: CallBodyProps) {
  const { data } = useApi<Readonly<Record<string, Json>>>(`/workflows/${workflowId}/samples`, {
    revalidateOnFocus: false,
  })
  const sample = valueAt(data?.[trigger], ['body'])
  useEffect(() => onChange(sample), [sample, onChange])
  if (!data) return <SkeletonRows rows={2} label="Loading the sample" />
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium text-sm" aria-hidden>
        Body of the call
      </span>
      <JsonControl
        key={trigger}
        label="Body of the call"
        value={sample}
        onChange={onChange}
        describedBy={undefined}
        isInvalid={false}
      />
      <p className="text-muted text-sm">As JSON: what came in last, or what you write. Nothing is called.</p>
    </div>
  )
}
