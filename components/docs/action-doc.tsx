import type { Action } from '@/lib/connectors/contract'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import { outputsOf } from '@/lib/connectors/derive/outputs-of'
import { EffectChip } from '../marks/effect-chip'
import { Badge } from '../ui/badge'
import { ExamplesDoc } from './examples-doc'
import { FieldsDoc } from './fields-doc'
import { repeatInWords, trustInWords } from './in-words'

/** One thing that a connector can do: what it does outside, what it takes, what it gives, and true examples. */
export function ActionDoc({ action }: { action: Action }) {
  const { id, title, summary, effect, outward, scopes } = action
  const outputs = outputsOf(action).map(({ key, title }) => ({ key, title, note: '' }))
  const fields = fieldsOf(action).map((field) => ({
    key: field.key,
    title: field.title,
    optional: !field.required,
    note: [
      field.description,
      field.choices.length > 0 ? `One of: ${field.choices.join(', ')}.` : '',
      field.destination ? 'Says where it goes: no agent chooses it unless you say so.' : '',
      field.literal ? 'Written by you: it takes no data.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  }))
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-line border-t pt-8">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={`${id}-title`} className="mr-1 text-xl">
          {title}
        </h2>
        <EffectChip effect={effect} />
        {outward ? <Badge tone="outline">Others hear of it</Badge> : null}
      </div>
      <p className="mt-1.5 text-muted">{summary}</p>
      <p className="mt-1 font-mono text-muted text-xs">
        {id}
        {scopes.length > 0 ? ` · ${scopes.join(', ')}` : ''}
      </p>
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] gap-6 md:grid-cols-2">
        <FieldsDoc title="Takes" none="Nothing." fields={fields} />
        <FieldsDoc title="Gives" none="Whatever the far side answers." fields={outputs} />
      </div>
      <ExamplesDoc action={action} />
      <ul className="mt-4 flex list-disc flex-col gap-1 pl-5 text-muted text-sm">
        <li>{trustInWords(action)}</li>
        {effect === 'read' ? null : <li>{repeatInWords(action)}</li>}
      </ul>
    </section>
  )
}
