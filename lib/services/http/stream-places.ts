import 'server-only'
import { HandrailError } from '@/lib/core/errors'
import { openFilesHere, roomIn } from '@/lib/services/health/open-files'

const holder = globalThis as { handrailStreamPlaces?: { taken: number; readonly room: number } }

/**
 * Takes a place among the streams that this process holds open, and gives how to leave it. Without one, whoever watches
 * would take the connections that runs and other people need: the caller is told to come again.
 */
export function takeStreamPlace(): () => void {
  holder.handrailStreamPlaces ??= { taken: 0, room: roomIn(openFilesHere()).streams }
  const places = holder.handrailStreamPlaces
  if (places.taken >= places.room) throw noRoom
  places.taken++
  let isHeld = true
  return () => {
    if (isHeld) places.taken--
    isHeld = false
  }
}

const noRoom = new HandrailError({
  code: 'unavailable',
  who: 'operator',
  retry: 'after',
  retryAfterMs: 5_000,
  message: 'So many pages are watching here that there is no room for another. Try again in a few seconds.',
})
