import type { Action } from '@/lib/connectors/contract'

/** The examples of the definition: they are run by the tests. */
export function ExamplesDoc({ action }: { action: Action }) {
  return (
    <div className="mt-6 flex flex-col gap-2">
      <h3 className="font-medium text-sm">Examples</h3>
      {action.examples.map(({ title, input, output }) => (
        <details key={title} className="group rounded-card border border-line bg-raised">
          <summary className="cursor-pointer rounded-card px-3.5 py-2.5">
            <span className="text-sm">{title}</span>
            <span className="block break-words text-muted text-sm">
              {action.preview(action.input.parse(input))}
            </span>
          </summary>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3 border-line border-t p-3.5 md:grid-cols-2">
            <Data label="Takes" value={input} />
            <Data label="Gives" value={output} />
          </div>
        </details>
      ))}
    </div>
  )
}

function Data({ label, value }: { label: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-muted text-xs">{label}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
        tabIndex={0}
        aria-label={label}
        className="max-h-80 overflow-auto rounded-control bg-sunken p-3"
      >
        <pre className="font-mono text-xs">{JSON.stringify(value, null, 2)}</pre>
      </section>
    </div>
  )
}
