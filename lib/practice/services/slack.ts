import { slack as consent } from '../consent/dialects/slack'
import { internalToken, tokenWheel } from '../internal-token'
import { botSlackId } from '../seed/people'
import { emulateSlack, seedSlack } from '../seed/seed-slack'
import type { PracticeService } from './service'
import { fillGaps } from './slack-gaps'

/** What looks, and what nobody sees before another call: a conversation opened, the bytes of a file. */
const reads =
  /\/api\/(auth\.test|[\w.]+\.(list|info|history|replies|members|getPermalink|lookupByEmail|open|getUploadURLExternal))$/
const upload = /^\/upload\/v1\/\w+$/

const botToken = tokenWheel(botSlackId)

export const slack: PracticeService = {
  start: async (baseUrl) => fillGaps(await emulateSlack(baseUrl)),
  seed: seedSlack,
  // Slack says no with status 200.
  refuse: (reason) =>
    Response.json({ ok: false, error: reason === 'no token' ? 'not_authed' : 'invalid_auth' }),
  insideToken: (login) => (login === undefined ? botToken() : internalToken(login)),
  consent,
  // An address for an upload was given to who may use it, and is used up.
  isOpen: ({ url }) => upload.test(new URL(url).pathname),
  isChange: ({ url }) => ![reads, upload].some((pattern) => pattern.test(new URL(url).pathname)),
  // The message's metadata, in a form or in JSON.
  effectKey: ({ body, headers }) => {
    const isForm = headers.get('content-type')?.includes('form')
    const text = isForm ? decodeURIComponent(body.replaceAll('+', ' ')) : body
    return (
      /"event_type":"handrail_effect","event_payload":\{"key":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? null
    )
  },
}
