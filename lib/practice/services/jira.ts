import { atlassian as consent } from '../consent/dialects/atlassian'
import { emulateJira } from '../jira/emulate-jira'
import { JiraRefusal } from '../jira/refusal'
import { seedJira } from '../seed/seed-jira'
import type { PracticeService } from './service'

/** Questions that are too long for an address. */
const reads = /\/(search\/jql|issue\/bulkfetch|comment\/list)$/

export const jira: PracticeService = {
  start: emulateJira,
  seed: seedJira,
  refuse: () =>
    new JiraRefusal(401, { general: 'Client must be authenticated to access this resource.' }).toResponse(),
  isChange: ({ method, url }) => method !== 'GET' && method !== 'HEAD' && !reads.test(new URL(url).pathname),
  consent,
  // A property of the issue or comment, or what its history says of a change.
  effectKey: ({ body }) =>
    /"(?:key":"handrail","value|type":"handrail","extraData)":\{"key":"((?:[^"\\]|\\.)*)"/.exec(body)?.[1] ??
    null,
}
