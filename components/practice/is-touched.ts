import type { PracticeJiraIssue } from '@/lib/workflow/views/practice-jira'

/** A workflow made the issue, or did something to it. */
export function isTouched({ isOurs, changes, comments, files }: PracticeJiraIssue): boolean {
  return isOurs || changes.length > 0 || [...comments, ...files].some((each) => each.isOurs)
}
