/** Turns everything that would call somebody (`<!here>`, `<@U1>`) into plain text, unless the builder wants it. */
export function plainMentions(text: string, mentions: boolean | undefined): string {
  if (mentions) return text
  return text
    .replace(/<!(?:subteam\^)?([^>|]*)(?:\|([^>]*))?>/g, (_, name: string, label?: string) =>
      `@${label || name}`.replace('@@', '@'),
    )
    .replace(/<@([^>|]*)(?:\|([^>]*))?>/g, (_, id: string, label?: string) => `@${label || id}`)
}
