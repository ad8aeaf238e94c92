/** The same keys with each value put through `map`. */
export function mapRecord<In, Out>(
  record: Readonly<Record<string, In>>,
  map: (key: string, value: In) => Out,
): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(key, value)]))
}
