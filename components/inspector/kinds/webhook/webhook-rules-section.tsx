'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Input } from '@/components/ui/input'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { NodeOf } from '@/lib/workflow/document'
import { pathText } from '@/lib/workflow/value-at'
import { bodyKinds, webhookMethods } from '@/lib/workflow/webhook-rules'
import { FieldFrame } from '../../fields/field-frame'
import { FoldedSection } from '../../sections/folded-section'

type Config = NodeOf<'trigger.webhook'>['config']

type WebhookRulesProps = {
  node: NodeOf<'trigger.webhook'>
  onChange: (part: Partial<Config>, key?: string) => void
}

const kindWords = { json: 'JSON', form: 'Forms', text: 'Anything else, as text' } as const

/** What it takes, how it tells a repeated delivery, and how often it may be called. */
export function WebhookRulesSection({ node, onChange }: WebhookRulesProps) {
  const { config } = node
  const methods = config.methods ?? ['POST']
  const accepts = config.accepts ?? bodyKinds
  return (
    <FoldedSection title="What it takes" hint={methods.join(', ')}>
      <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
        <legend className="mb-1.5 font-medium text-sm">Methods</legend>
        {webhookMethods.map((method) => (
          <Checkbox
            key={method}
            label={method}
            checked={methods.includes(method)}
            onCheckedChange={(isTaken) =>
              onChange({ methods: chosen(webhookMethods, methods, method, isTaken) })
            }
          />
        ))}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1.5 font-medium text-sm">Bodies</legend>
        {bodyKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={kindWords[kind]}
            checked={accepts.includes(kind)}
            onCheckedChange={(isTaken) => onChange({ accepts: chosen(bodyKinds, accepts, kind, isTaken) })}
          />
        ))}
      </fieldset>
      <DeliveryKey node={node} onChange={onChange} />
      <FieldFrame
        nodeId={node.id}
        field="config.rate"
        label="Calls in a minute, at most"
        help="Further ones are told when to come again. Left empty, there is no limit of yours."
      >
        {({ describedBy }) => (
          <NumberInput
            aria-label="Calls in a minute, at most"
            aria-describedby={describedBy}
            from={1}
            to={60_000}
            placeholder="None"
            className="w-32"
            value={config.rate}
            onChange={(rate) => onChange({ rate }, 'config.rate')}
            onClear={() => onChange({ rate: undefined }, 'config.rate')}
          />
        )}
      </FieldFrame>
    </FoldedSection>
  )
}

const keyWords = [
  {
    value: 'usual',
    label: 'The headers services use',
    hint: 'Idempotency-Key, X-GitHub-Delivery and the like.',
  },
  { value: 'header', label: 'A header' },
  { value: 'body', label: 'A value in the body' },
] as const

function DeliveryKey({ node, onChange }: WebhookRulesProps) {
  const { key } = node.config
  const kind = !key ? 'usual' : 'header' in key ? 'header' : 'body'
  return (
    <FieldFrame
      nodeId={node.id}
      field="config.key"
      label="The same delivery twice is told by"
      help="Services send a call again when they miss the answer. It starts one run."
    >
      {({ describedBy }) => (
        <div className="flex flex-col gap-2">
          <Select
            aria-label="The same delivery twice is told by"
            aria-describedby={describedBy}
            value={kind}
            onValueChange={(value) =>
              onChange({
                key:
                  value === 'header'
                    ? { header: 'X-Request-Id' }
                    : value === 'body'
                      ? { body: ['id'] }
                      : undefined,
              })
            }
            options={[...keyWords]}
          />
          {key ? (
            <Input
              key={kind}
              aria-label={kind === 'header' ? 'Name of the header' : 'Place in the body'}
              className="font-mono"
              defaultValue={'header' in key ? key.header : pathText(key.body)}
              maxLength={200}
              onChange={({ target }) => {
                const next = kind === 'header' ? headerKey(target.value) : bodyKey(target.value)
                if (next) onChange({ key: next }, 'config.key')
              }}
            />
          ) : null}
        </div>
      )}
    </FieldFrame>
  )
}

function headerKey(text: string): Config['key'] {
  const header = text.trim()
  return /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(header) ? { header } : undefined
}

/** `data.items[0].id` as a path. */
function bodyKey(text: string): Config['key'] {
  const parts = text.split(/[.[\]]/).filter((part) => part.trim() !== '')
  const body = parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part.trim()))
  return body.length > 0 && body.length <= 20 ? { body } : undefined
}

/** The choice with one more or one less, in the list's order. The last one stays. */
function chosen<Item>(all: readonly Item[], present: readonly Item[], item: Item, isTaken: boolean): Item[] {
  const next = all.filter((one) => (one === item ? isTaken : present.includes(one)))
  return next.length > 0 ? next : [...present]
}
