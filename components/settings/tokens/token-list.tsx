'use client'

import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Page, TokenView } from '@/lib/policy/views/workspace-views'
import { useApi } from '../../api/use-api'
import { Button } from '../../ui/button'
import { Card, Section } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { NewTokenDialog } from './new-token-dialog'
import { TokenRow } from './token-row'

/** The tokens with which programs call Handrail. */
export function TokenList({ first }: { first: Page<TokenView> }) {
  const { data } = useApi<Page<TokenView>>('/tokens', { first })
  const [making, setMaking] = useState(false)
  const items = data?.items ?? []
  const add = (
    <Button variant="primary" onClick={() => setMaking(true)}>
      <Plus aria-hidden /> New token
    </Button>
  )
  return (
    <Section
      title="API tokens"
      description="A token lets a program act as you in this workspace, within the scopes you choose."
      {...(items.length > 0 ? { actions: add } : {})}
    >
      {items.length > 0 ? (
        <Card>
          <ul aria-label="API tokens" className="divide-y divide-line">
            {items.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        </Card>
      ) : (
        <EmptyState icon={<KeyRound />} title="No tokens yet" action={add}>
          Programs call /api/v1 with a token. Each has its own, so that one can be revoked without the others.
        </EmptyState>
      )}
      {making ? <NewTokenDialog open onOpenChange={setMaking} /> : null}
    </Section>
  )
}
