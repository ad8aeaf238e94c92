'use client'

import type { ProviderView } from '@/lib/policy/views/workspace-views'
import { Field, type FieldControl } from '../../ui/field'
import { Input } from '../../ui/input'
import { Select } from '../../ui/select'
import type { ProviderDraft } from './provider-draft'

type ProviderFieldsProps = {
  draft: ProviderDraft
  provider: ProviderView | undefined
  onChange: (change: Partial<ProviderDraft>) => void
  errorFor: (field: string) => string | null
}

const apis = [
  { value: 'responses', label: 'Responses', hint: 'OpenAI and what follows it closely' },
  { value: 'chat', label: 'Chat Completions', hint: 'Servers that have only that' },
] as const

export function ProviderFields({ draft, provider, onChange, errorFor }: ProviderFieldsProps) {
  const fixed = provider?.simulated === true
  const text = (key: 'name' | 'baseUrl' | 'defaultModel') => (control: FieldControl) => (
    <Input
      {...control}
      required
      disabled={key === 'baseUrl' && fixed}
      value={draft[key]}
      onChange={(event) => onChange({ [key]: event.target.value })}
    />
  )
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" error={errorFor('name')}>
          {text('name')}
        </Field>
        <Field label="Default model" error={errorFor('defaultModel')}>
          {text('defaultModel')}
        </Field>
      </div>
      <Field
        label="Address"
        error={errorFor('baseUrl')}
        help="With its version part, as OpenAI clients are given it."
      >
        {text('baseUrl')}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="It speaks" error={errorFor('api')}>
          {(control) => (
            <Select
              {...control}
              value={draft.api}
              onValueChange={(api) => onChange({ api: api === 'chat' ? 'chat' : 'responses' })}
              options={apis}
              disabled={fixed}
            />
          )}
        </Field>
        {fixed ? null : (
          <Field
            label="Key"
            optional
            error={errorFor('apiKey')}
            {...(provider?.hasKey ? { help: 'Leave it empty to keep the one that is stored.' } : {})}
          >
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="off"
                value={draft.apiKey}
                onChange={(event) => onChange({ apiKey: event.target.value })}
                className="font-mono text-sm"
              />
            )}
          </Field>
        )}
      </div>
    </>
  )
}
