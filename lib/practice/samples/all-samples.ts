import { dailyDigest } from './daily-digest'
import { issueTriage } from './issue-triage'
import type { Sample } from './sample'

/** In the order in which they are made: the last one stands first in the list. */
export const samples: readonly Sample[] = [dailyDigest, issueTriage]
