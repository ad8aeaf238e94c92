'use client'

import { Bot, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Page, ProviderView } from '@/lib/policy/views/workspace-views'
import { useApi } from '../../api/use-api'
import { useHere, useMay } from '../../api/workspace-context'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ProviderDialog } from './provider-dialog'
import { ProviderRow } from './provider-row'

/** Where this workspace's models are. */
export function ProviderList({ first }: { first: Page<ProviderView> }) {
  const { workspace } = useHere()
  const mayManage = useMay('provider.manage')
  const { data } = useApi<Page<ProviderView>>('/providers', { first })
  const [adding, setAdding] = useState(false)
  const items = data?.items ?? []
  const add = mayManage ? (
    <Button variant="primary" onClick={() => setAdding(true)}>
      <Plus aria-hidden /> Add a provider
    </Button>
  ) : null
  return (
    <Section
      title="Models"
      description={
        workspace.practice
          ? 'Agents here work with the practice model. It is no AI: it fills in the shape it is asked for.'
          : 'Any endpoint that speaks as OpenAI’s does: Responses, or Chat Completions.'
      }
      actions={items.length > 0 ? add : null}
    >
      {items.length > 0 ? (
        <Card>
          <ul aria-label="Model providers" className="divide-y divide-line">
            {items.map((provider) => (
              <ProviderRow key={provider.id} provider={provider} />
            ))}
          </ul>
        </Card>
      ) : (
        <EmptyState icon={<Bot />} title="No model yet" action={add}>
          Agent steps need a model. Until one is set here they stop and say so; all other steps run.
        </EmptyState>
      )}
      {adding ? <ProviderDialog open onOpenChange={setAdding} /> : null}
    </Section>
  )
}
