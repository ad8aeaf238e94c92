/** What newer endpoints understand and some compatible servers refuse. */
const features = ['encrypted_reasoning', 'json_schema', 'json_object', 'strict_tools'] as const

type Feature = (typeof features)[number]

export type Features = ReadonlySet<Feature>

/** What a refusal says when it is this feature that it means. */
const complaints: Readonly<Record<Feature, RegExp>> = {
  encrypted_reasoning: /encrypted|\binclude\b/i,
  json_schema: /json_schema|response_format|text\.format|structured output|guided|grammar/i,
  json_object: /json_object|response_format|text\.format/i,
  strict_tools: /\bstrict\b/i,
}

/**
 * Remembers for the life of the process what an endpoint's model does not understand, so that each thing is refused
 * once and not at every call.
 */
const dropped = new Map<string, ReadonlySet<Feature>>()

export function featuresOf(endpoint: string): Features {
  const without = dropped.get(endpoint)
  return new Set(features.filter((feature) => !without?.has(feature)))
}

/** Takes the feature away that a refusal is about, of those that the request used. `false`: it is about another thing. */
export function dropRefusedFeature(endpoint: string, used: Features, complaint: string): boolean {
  const refused = features.find((feature) => used.has(feature) && complaints[feature].test(complaint))
  if (!refused) return false
  dropped.set(endpoint, new Set([...(dropped.get(endpoint) ?? []), refused]))
  return true
}
