'use client'

import { useState } from 'react'
import type { Json } from '@/lib/core/json'
import type { StepView } from '@/lib/workflow/views/run-view'
import { useApi } from '../../api/use-api'
import { Button } from '../../ui/button'
import { FailedToLoad } from '../../ui/failed-to-load'
import { describeBytes } from '../../values/describe-amount'
import { ValueTree } from '../../values/value-tree'
import { saveFile } from '../../workflows/save-file'

/** An output too large to ride along: fetched when it is asked for. */
export function ArtifactOutput({ artifact }: { artifact: NonNullable<StepView['artifact']> }) {
  const [wanted, setWanted] = useState(false)
  const { data, error, isLoading } = useApi<Json>(wanted ? `/artifacts/${artifact.id}` : null)
  if (error) return <FailedToLoad error={error} />
  if (data === undefined) {
    return (
      <Button size="sm" busy={isLoading} onClick={() => setWanted(true)}>
        Load it ({describeBytes(artifact.bytes)})
      </Button>
    )
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <ValueTree value={data} openTo={1} />
      <Button size="sm" onClick={() => saveFile(`${artifact.id}.json`, JSON.stringify(data, null, 2))}>
        Save as a file
      </Button>
    </div>
  )
}
