import { createEmulator, defineEmulator } from 'emulate'
import { seedEvents } from '../seed/events'
import { calendarRoutes } from './calendar-routes'
import { type CalendarState, calendarState } from './calendar-state'
import type { GooglePart } from './part'

/**
 * Google Calendar. The emulator's own takes no ids from callers and can neither give nor change a single event, so this
 * one is ours.
 */
export const calendar: GooglePart = {
  owns: /^\/calendar\//,
  looks: /^POST \/calendar\/v3\/freeBusy$/,
  async start(baseUrl) {
    const empty: CalendarState = { events: [], told: [] }
    const held = { baseUrl, state: empty }
    // What is remembered stands beside the emulator, which gives and takes its own state only asynchronously.
    const service = defineEmulator({
      name: 'google-calendar',
      cors: false,
      state: () => ({}),
      setup: ({ app }) => calendarRoutes(app, held),
    })
    const emulator = await createEmulator({ service, listen: false })
    return {
      handle: (request) => emulator.fetch(request),
      snapshot: () => held.state,
      restore(state) {
        held.state = calendarState.parse(state)
      },
    }
  },
  async seed(emulated, now) {
    emulated.restore({ events: seedEvents(now), told: [] })
  },
  effectKey: ({ body }) => /"(?:id":")?([0-9a-f]{40})"/.exec(body)?.[1] ?? null,
}
