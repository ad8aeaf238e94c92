import { z } from 'zod'

const status = z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) })

/** Where an issue can be moved, by Jira's own word. */
export const vendorTransitions = z.object({
  transitions: z.array(z.object({ id: z.string(), name: z.string(), to: status })),
})
