/** What the practice services look like now: “what your workflow did”. Newest first, times as ISO strings. */
export type PracticeView = {
  readonly slack: { readonly team: string; readonly channels: readonly PracticeChannel[] }
  readonly github: { readonly repositories: readonly PracticeRepository[] }
}

export type PracticeChannel = {
  readonly id: string
  readonly name: string
  readonly topic: string
  readonly messages: readonly PracticeMessage[]
}

export type PracticeMessage = {
  readonly id: string
  readonly author: string
  readonly text: string
  readonly at: string
  /** A workflow wrote it. */
  readonly isOurs: boolean
  /** In a thread, oldest first. */
  readonly replies: readonly PracticeMessage[]
}

export type PracticeRepository = {
  /** `owner/name` */
  readonly name: string
  readonly description: string
  readonly labels: readonly { readonly name: string; readonly color: string }[]
  readonly issues: readonly PracticeIssue[]
}

export type PracticeIssue = {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly state: 'open' | 'closed'
  readonly author: string
  readonly labels: readonly string[]
  readonly at: string
  readonly isOurs: boolean
  /** Oldest first. */
  readonly comments: readonly PracticeComment[]
}

export type PracticeComment = {
  readonly id: number
  readonly author: string
  readonly body: string
  readonly at: string
  readonly isOurs: boolean
}
