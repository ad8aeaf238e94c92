/** How Jira says no: words for the whole, and words for single fields. */
export class JiraRefusal extends Error {
  constructor(
    readonly status: number,
    readonly words: { readonly general?: string; readonly fields?: Readonly<Record<string, string>> },
  ) {
    super(words.general ?? Object.values(words.fields ?? {}).join(' '))
  }

  toResponse(): Response {
    const { general, fields = {} } = this.words
    return Response.json({ errorMessages: general ? [general] : [], errors: fields }, { status: this.status })
  }
}
