'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Json } from '@/lib/core/json'
import type { RunView } from '@/lib/workflow/views/run-view'
import type { WorkflowView } from '@/lib/workflow/views/workflow-view'
import { useApi, useCall, useRefresh } from '../../api/use-api'
import { useLink } from '../../api/workspace-context'
import { Checkbox } from '../../ui/checkbox'
import { FormDialog } from '../../ui/form-dialog'
import { RadioCards } from '../../ui/radio-cards'
import { capitalised, versionWords } from '../run-words'
import { AlreadyDone } from './already-done'
import { RetryInput } from './retry-input'
import { useRetryInput } from './use-retry-input'

type RetryDialogProps = { run: RunView; from: string | undefined; onClose: () => void }

/** Asks how a run is to be repeated: on which version, with which input, and whether what was done is done again. */
export function RetryDialog({ run, from, onClose }: RetryDialogProps) {
  const router = useRouter()
  const link = useLink()
  const refresh = useRefresh()
  const { call, busy, error } = useCall()
  const { data: workflow } = useApi<WorkflowView>(`/workflows/${run.workflow.id}`, {
    revalidateOnFocus: false,
  })
  const live = workflow?.live && workflow.live.id !== run.version.id ? workflow.live : null
  const [version, setVersion] = useState<'same' | 'live'>('same')
  const [again, setAgain] = useState(false)
  const [isChanging, setChanging] = useState(false)
  const input = useRetryInput(run, version === 'live' && live ? live.id : run.version.id)
  const done = run.effects.filter((effect) => effect.status === 'confirmed')
  const step = run.steps.find((each) => each.path === from)

  const retry = async () => {
    const changed = isChanging ? input.read() : undefined
    if (changed === 'wrong') return
    const body: Record<string, Json> = {
      ...(from === undefined ? {} : { from }),
      ...(version === 'live' ? { version } : {}),
      ...(changed === undefined ? {} : { input: changed.value }),
      ...(again ? { again } : {}),
    }
    const started = await call<{ id: string }>({ path: `/runs/${run.id}/retry`, method: 'POST', body })
    if (!started) return
    await refresh('/runs')
    onClose()
    router.push(link(`runs/${started.answer.id}`))
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={step ? `Retry from ‘${step.title}’` : 'Run again'}
      description={
        step
          ? 'Steps before it keep what they gave. It, and what comes after it, is run again.'
          : 'All steps are run again, from the start.'
      }
      action={step ? 'Retry' : 'Run again'}
      onSubmit={() => void retry()}
      busy={busy}
      error={error}
      noValidate
    >
      {live ? (
        <RadioCards
          label="Which version"
          value={version}
          onValueChange={setVersion}
          cards={[
            { value: 'same', title: `${capitalised(versionWords(run.version.number))}, the one that ran` },
            { value: 'live', title: `Version ${live.number}, the live one` },
          ]}
        />
      ) : null}
      <Checkbox checked={isChanging} onCheckedChange={setChanging} label="Change what it was given" />
      {isChanging ? <RetryInput input={input} /> : null}
      {done.length > 0 ? <AlreadyDone effects={done} again={again} onAgain={setAgain} /> : null}
    </FormDialog>
  )
}
