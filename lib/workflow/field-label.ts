/** Parts of a field's path that say where it stands, not what it is called. */
const places = new Set([
  ...['input', 'config', 'value', 'when', 'left', 'right', 'all', 'any', 'first'],
  ...['fields', 'branches', 'tools', 'output'],
])

/**
 * How a field is called to a person: `input.number` is "number", `config.fields.0.value` the name that the value gets,
 * `config.branches.1.when.all.0.left` the name of the branch.
 */
export function fieldLabel(field: string, node: unknown): string {
  const parts = field.split('.')
  let at: unknown = node
  let label: string | undefined
  for (const part of parts) {
    at = childAt(at, part)
    if (/^\d+$/.test(part)) label = nameOfItem(at) ?? label
    else if (!places.has(part)) label = part
  }
  return (label ?? parts.at(-1) ?? field).replaceAll('_', ' ')
}

function childAt(at: unknown, part: string): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined
  return Object.entries(at).find(([key]) => key === part)?.[1]
}

function nameOfItem(item: unknown): string | undefined {
  return ['label', 'key', 'exit'].map((key) => childAt(item, key)).find((name) => typeof name === 'string')
}
