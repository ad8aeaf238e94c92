'use client'

import { useApi, useCall, useRefresh } from '@/components/api/use-api'
import { useEditorActions } from '@/components/editor/editor-actions'
import { useEditorFacts } from '@/components/editor/editor-facts'
import type { WebhookView } from '@/lib/workflow/views/webhook-view'

/** A webhook's address, secret and sample, which are no part of the document; looked at often while a call is waited for. */
export function useWebhook(nodeId: string) {
  const { workflowId, webhooks } = useEditorFacts()
  const { flush } = useEditorActions()
  const refresh = useRefresh()
  const { call, busy, error } = useCall()
  const path = workflowId ? `/workflows/${workflowId}/webhooks/${nodeId}` : null
  const { data: webhook, mutate } = useApi<WebhookView>(path, {
    refreshInterval: (latest) => (latest?.listeningUntil ? 1_500 : 0),
    onSuccess: (latest) => {
      if (latest.sample && latest.sample.at !== webhook?.sample?.at)
        void refresh(`/workflows/${workflowId}/samples`)
    },
  })
  async function change(method: 'POST' | 'PUT', below: string, body: object): Promise<boolean> {
    if (!path) return false
    // The step may be new: it has to be in the stored draft first.
    await flush()
    const done = await call<WebhookView>({ path: `${path}${below}`, method, body })
    if (done) await mutate(done.answer, { revalidate: false })
    return done !== null
  }
  return {
    webhook,
    /** Publishing makes one as well. */
    address: webhook?.address ?? webhooks[nodeId] ?? null,
    canChange: path !== null,
    busy,
    error,
    listen: (listen: boolean) => change('POST', '', { listen }),
    setSecret: (secret: string | null) => change('PUT', '/secret', { secret }),
  }
}

export type Webhook = ReturnType<typeof useWebhook>
