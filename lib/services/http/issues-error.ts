import { type ErrorDetails, HandrailError } from '@/lib/core/errors'

/** An error that lists every single thing that is wrong, each with its place. The API answers with the list. */
export class IssuesError<Issue extends { readonly message: string }> extends HandrailError {
  readonly issues: readonly Issue[]

  constructor(details: ErrorDetails & { readonly issues: readonly Issue[] }) {
    super(details)
    this.issues = details.issues
  }
}
