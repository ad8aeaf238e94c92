import { github } from './github'
import { google } from './google'
import { jira } from './jira'
import type { PracticeService, ServiceName } from './service'
import { slack } from './slack'

/** Every simulated service. A new one is a file beside this and a row here. */
export const practiceServices: Readonly<Record<ServiceName, PracticeService>> = {
  github,
  slack,
  google,
  jira,
}
