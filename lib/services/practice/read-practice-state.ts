import 'server-only'
import { database } from '@/db/client'
import { loadPracticeState } from '@/db/queries/system/practice'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/authorize'
import { readPractice } from '@/lib/practice/read-practice'
import { snapshotSchema } from '@/lib/practice/snapshot'
import type { PracticeView } from '@/lib/workflow/views/practice-view'

/** What the practice services look like now. Every process can tell: they save before they answer. */
export async function readPracticeState(actor: Actor): Promise<PracticeView> {
  authorize(actor, 'practice.read')
  const { db } = database()
  const [github, slack, jira, google] = await Promise.all([
    loadPracticeState(db, 'github'),
    loadPracticeState(db, 'slack'),
    loadPracticeState(db, 'jira'),
    loadPracticeState(db, 'google'),
  ])
  const saved = { github: snapshotSchema.safeParse(github), slack: snapshotSchema.safeParse(slack) }
  if (!saved.github.success || !saved.slack.success) {
    throw new HandrailError({
      code: 'unavailable',
      who: 'us',
      retry: 'after',
      message: 'The practice services are just starting. Look again in a moment.',
    })
  }
  return readPractice({ github: saved.github.data, slack: saved.slack.data, jira, google })
}
