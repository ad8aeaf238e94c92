/** What an effect leaves for itself is nothing to look at. */
export function withoutMarker(body: string): string {
  return body.replace(/\s*<!-- handrail:[^>]*-->/g, '')
}
