'use client'

import { Radio } from 'lucide-react'
import { useMay } from '@/components/api/workspace-context'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { RelativeTime } from '@/components/values/relative-time'
import { ValueTree } from '@/components/values/value-tree'
import { Section } from '../../sections/section'
import type { Webhook } from './use-webhook'

/** Where it is called, and what came in: a call that is waited for becomes the data that later steps are drawn with. */
export function WebhookAddress({ webhook, address, busy, error, canChange, listen }: Webhook) {
  const mayTest = useMay('workflow.test') && canChange
  const isListening = webhook?.listeningUntil != null
  const sample = webhook?.sample ?? null
  return (
    <Section title="Address">
      {address ? (
        <div className="flex items-center gap-2 rounded-card border border-line bg-surface py-1 pr-1 pl-3">
          <code className="min-w-0 flex-1 truncate font-mono text-sm">{address}</code>
          <CopyButton value={address} label="Copy the address" />
        </div>
      ) : (
        <p className="text-muted text-sm">
          The address is made when the workflow is published, or when you wait for a call.
        </p>
      )}
      {mayTest ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button size="sm" busy={busy} onClick={() => void listen(!isListening)}>
            <Radio aria-hidden />
            {isListening ? 'Stop waiting' : sample ? 'Wait for another call' : 'Wait for a call'}
          </Button>
          <p role="status" className="text-muted text-sm">
            {isListening ? 'Waiting for a call… Make one to the address now.' : null}
          </p>
        </div>
      ) : null}
      {error ? (
        <p role="alert" className="text-failed text-sm">
          {error}
        </p>
      ) : null}
      {sample ? (
        <div className="flex flex-col gap-1.5">
          <p className="text-muted text-sm">
            <RelativeTime at={sample.at} prefix="The sample came " />. Later steps show its data.
          </p>
          <div className="max-h-72 overflow-auto rounded-card border border-line p-2">
            <ValueTree value={sample.call} openTo={1} />
          </div>
        </div>
      ) : null}
    </Section>
  )
}
