'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import type { Webhook } from './use-webhook'

/** Takes a secret in. It is shown while it is made, to be copied to the other side, and never again. */
export function SecretDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [secret, setSecret] = useState('')
  const hasOne = webhook.webhook?.hasSecret === true
  const save = async () => {
    if (!(await webhook.setSecret(secret.trim()))) return
    toast.done(hasOne ? 'The secret is replaced. The one before stays good for a day.' : 'The secret is set.')
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title={hasOne ? 'Replace the secret' : 'Set the secret'}
      description="The same text on both sides. Take the one that the other service gives you, or make one here and copy it there."
      action="Save the secret"
      onSubmit={() => void save()}
      busy={webhook.busy}
      disabled={secret.trim().length < 16}
      error={webhook.error}
      isSecret
    >
      <Field label="Secret" help="At least 16 characters. It is stored encrypted and cannot be read again.">
        {(control) => (
          <div className="flex items-center gap-2">
            <Input
              {...control}
              value={secret}
              maxLength={500}
              autoComplete="off"
              spellCheck={false}
              className="font-mono"
              onChange={({ target }) => setSecret(target.value)}
            />
            {secret ? <CopyButton value={secret} label="Copy the secret" /> : null}
          </div>
        )}
      </Field>
      <Button size="sm" className="self-start" onClick={() => setSecret(madeSecret())}>
        Make one
      </Button>
    </FormDialog>
  )
}

/** 32 bytes of the browser's best chance, as hex: every service takes it. */
function madeSecret(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}
