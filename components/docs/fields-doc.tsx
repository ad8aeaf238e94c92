type FieldDoc = {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly optional?: boolean
}

/** Fields with what is to know of each. */
export function FieldsDoc({
  title,
  none,
  fields,
}: {
  title: string
  none: string
  fields: readonly FieldDoc[]
}) {
  return (
    <div>
      <h3 className="font-medium text-sm">{title}</h3>
      {fields.length === 0 ? <p className="mt-2 text-muted text-sm">{none}</p> : null}
      <dl className="mt-2 flex flex-col gap-2">
        {fields.map((field) => (
          <div key={field.key} className="border-line border-l-2 pl-3">
            <dt className="text-sm">
              {field.title} <code className="text-muted text-xs">{field.key}</code>
              {field.optional ? <span className="text-muted text-xs"> optional</span> : null}
            </dt>
            {field.note ? <dd className="text-muted text-sm">{field.note}</dd> : null}
          </div>
        ))}
      </dl>
    </div>
  )
}
