/** Turns everything that would call somebody (`<!here>`, `<@U1>`) into plain text, unless the builder wants it. */
export function plainMentions(text: string, mentions: boolean | undefined): string {
  if (mentions) return text
  let plain = text
  // What is inside a mention may leave a mention behind, so once is not enough. Every turn makes the text shorter.
  for (let before = ''; before !== plain; ) {
    before = plain
    plain = withoutMentions(before)
  }
  return plain
}

function withoutMentions(text: string): string {
  return text
    .replace(/<!(?:subteam\^)?([^>|]*)(?:\|([^>]*))?>/g, (_, name: string, label?: string) =>
      `@${label || name}`.replace('@@', '@'),
    )
    .replace(/<@([^>|]*)(?:\|([^>]*))?>/g, (_, id: string, label?: string) => `@${label || id}`)
}
