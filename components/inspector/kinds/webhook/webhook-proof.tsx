'use client'

import { useState } from 'react'
import { useMay } from '@/components/api/workspace-context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import type { NodeOf } from '@/lib/workflow/document'
import { type SignatureStyle, signatureStyles, type WebhookProof } from '@/lib/workflow/webhook-rules'
import { FieldFrame } from '../../fields/field-frame'
import { Section } from '../../sections/section'
import { SecretDialog } from './secret-dialog'
import type { Webhook } from './use-webhook'

const styleWords: Readonly<Record<SignatureStyle, { readonly label: string; readonly hint: string }>> = {
  github: { label: 'GitHub', hint: 'X-Hub-Signature-256' },
  standard: { label: 'Standard Webhooks', hint: 'webhook-signature' },
  stripe: { label: 'Stripe', hint: 'Stripe-Signature' },
  slack: { label: 'Slack', hint: 'X-Slack-Signature' },
  plain: { label: 'Another header', hint: 'HMAC-SHA256 of the body, as hex or base64' },
}

const starts: Readonly<Record<'anyone' | 'signature' | 'header', WebhookProof | undefined>> = {
  anyone: undefined,
  signature: { by: 'signature', style: 'github' },
  header: { by: 'header', header: 'X-Webhook-Secret' },
}

type WebhookProofProps = {
  node: NodeOf<'trigger.webhook'>
  webhook: Webhook
  onChange: (proof: WebhookProof | undefined, key?: string) => void
}

/** Who may call: anyone who knows the address, or only who also knows a secret. */
export function WebhookProofSection({ node, webhook, onChange }: WebhookProofProps) {
  const { proof } = node.config
  return (
    <Section title="Who may call">
      <RadioCards
        label="Who may call"
        value={proof?.by ?? 'anyone'}
        onValueChange={(kind) => onChange(starts[kind])}
        cards={[
          { value: 'anyone', title: 'Anyone who knows the address', text: 'It cannot be guessed.' },
          {
            value: 'signature',
            title: 'Who signs with a secret',
            text: 'The usual way of GitHub, Stripe, Slack.',
          },
          { value: 'header', title: 'Who sends a secret in a header' },
        ]}
      />
      {proof ? <ProofFields node={node} proof={proof} onChange={onChange} /> : null}
      {proof ? <Secret webhook={webhook} /> : null}
    </Section>
  )
}

function ProofFields({
  node,
  proof,
  onChange,
}: {
  node: NodeOf<'trigger.webhook'>
  proof: WebhookProof
  onChange: WebhookProofProps['onChange']
}) {
  const hasHeader = proof.by === 'header' || proof.style === 'plain'
  return (
    <>
      {proof.by === 'signature' ? (
        <Select
          aria-label="How it is signed"
          value={proof.style}
          onValueChange={(value) => {
            const style = signatureStyles.find((one) => one === value)
            if (style)
              onChange({ by: 'signature', style, ...(style === 'plain' ? { header: 'X-Signature' } : {}) })
          }}
          options={signatureStyles.map((value) => ({ value, ...styleWords[value] }))}
        />
      ) : null}
      {hasHeader ? (
        <FieldFrame nodeId={node.id} field="config.proof.header" label="Header">
          {({ describedBy, isInvalid }) => (
            <Input
              aria-label="Header"
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
              className="font-mono"
              value={proof.header ?? ''}
              maxLength={80}
              onChange={({ target }) => onChange({ ...proof, header: target.value }, 'config.proof.header')}
            />
          )}
        </FieldFrame>
      ) : null}
    </>
  )
}

function Secret({ webhook: state }: { webhook: Webhook }) {
  const [isAsking, setAsking] = useState(false)
  const mayPublish = useMay('workflow.publish') && state.canChange
  const hasSecret = state.webhook?.hasSecret === true
  const button = (
    <Button size="sm" className="self-start" onClick={() => setAsking(true)}>
      {hasSecret ? 'Replace the secret…' : 'Set the secret…'}
    </Button>
  )
  return (
    <>
      {state.webhook && !hasSecret ? (
        <Alert tone="write" actions={mayPublish ? button : null}>
          It has no secret yet, so nobody can prove that they know it. Set one before you publish.
        </Alert>
      ) : mayPublish ? (
        button
      ) : null}
      {isAsking ? <SecretDialog webhook={state} onClose={() => setAsking(false)} /> : null}
    </>
  )
}
