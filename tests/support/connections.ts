import type { Action, OpenConnection } from '@/lib/connectors/contract'
import { serviceNames } from '@/lib/practice/services/service'
import type { EmulatedForTest, Emulators } from '@/lib/practice/start-emulators'
import { slackInput } from './slack-scene'

/** A connection as the services open it, to one of the emulators. */
export function connectionTo(emulators: Emulators, connector: string): OpenConnection {
  const base = { id: 'con_test', connector, name: `Test ${connector}`, secret: { token: emulators.token } }
  if (connector === 'http') {
    const { host } = new URL(emulators.http.url)
    return { ...base, settings: { hosts: host }, baseUrl: null, allowPrivate: true, simulated: false }
  }
  const { url } = serviceOf(emulators, connector)
  // As with an API token; with a token of OAuth, the setting is the site’s id.
  const settings = connector === 'jira' ? { email: 'handrail@acme.example', site: 'acme' } : {}
  return { ...base, settings, baseUrl: url, allowPrivate: false, simulated: true }
}

export function serviceOf(emulators: Emulators, connector: string): EmulatedForTest {
  const name = [...serviceNames, 'http' as const].find((each) => each === connector)
  if (!name) throw new Error(`no emulator for ${connector}`)
  return emulators[name]
}

/** An example's input, aimed at the emulator where it names a host. */
export function inputOf(
  action: Action,
  emulators: Emulators,
  example = action.examples[0],
): Record<string, unknown> {
  const { input } = example
  if (action.id.startsWith('slack.')) return slackInput(action.id, input, emulators)
  if (!action.id.startsWith('http.')) return input
  const path = action.id === 'http.request.send' && 'honours_key' in input ? '/keyed/items' : '/items'
  return { ...input, url: `${emulators.http.url}${path}` }
}
