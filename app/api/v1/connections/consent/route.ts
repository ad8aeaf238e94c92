import { z } from 'zod'
import { consentPlanSchema } from '@/lib/policy/views/consent-view'
import { beginConsent, newConsentFields } from '@/lib/services/connections/oauth/begin-consent'
import { consentQuery, planConsent } from '@/lib/services/connections/oauth/plan-consent'
import { memberRoute } from '@/lib/services/http/route'
import { sessionOf } from '@/lib/services/session/check-session'

export const GET = memberRoute({
  summary: 'What connecting a service in the browser would ask for, and why',
  permission: 'connection.create',
  query: consentQuery,
  answer: consentPlanSchema,
  handler: ({ actor, query }) => planConsent(actor, query),
})

export const POST = memberRoute({
  summary: 'Prepare the way to a service’s page for consent; for browsers, good once within ten minutes',
  permission: 'connection.create',
  body: newConsentFields,
  answer: z.object({ url: z.string() }),
  status: 201,
  handler: async ({ actor, body, request }) =>
    beginConsent(actor, body, (await sessionOf(request))?.sessionId ?? null),
})
