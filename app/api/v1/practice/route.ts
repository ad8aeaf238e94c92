import { memberRoute } from '@/lib/services/http/route'
import { readPracticeState } from '@/lib/services/practice/read-practice-state'
import { practiceViewSchema } from '@/lib/workflow/views/practice-view'

export const GET = memberRoute({
  summary: 'What the simulated services look like now',
  permission: 'practice.read',
  answer: practiceViewSchema,
  handler: ({ actor }) => readPracticeState(actor),
})
