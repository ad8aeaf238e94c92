import 'server-only'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { VersionId } from '@/lib/core/ids'
import { env } from '@/lib/env'
import { log } from '../../log'

/** A place takes an id, and so many of them are noted at once. More are carried without a note. */
const placeBytes = 32
const places = 256

/**
 * Notes which versions are being carried before anything of their runs is stored: in a file that outlives the process.
 * What stands there when a process starts was under way when the one before it was killed. Runs of these versions are
 * stored first from then on, so that one that ends its process each time is found and parked like any other.
 */
export type CarriedUnstored = {
  /** Was a run of it under way, and not stored, when an earlier process ended without warning? */
  isSuspect(version: VersionId): boolean
  /** Returns how to say that it has come to its end. */
  begin(version: VersionId): () => void
  close(): void
}

export function openCarriedUnstored(directory: string): CarriedUnstored {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'carried-unstored')
  const left = new Set(readLeft(file))
  const handle = openSync(file, 'w', 0o600)
  const free = Array.from({ length: places }, (_, place) => places - 1 - place)
  const write = (place: number, text: string) =>
    writeSync(handle, text.padEnd(placeBytes - 1).concat('\n'), place * placeBytes)
  // Who was suspected stays so until a process ends in good order.
  for (const version of [...left].slice(0, places / 2)) write(free.pop() ?? 0, version)
  return {
    isSuspect: (version) => left.has(version),
    begin: (version) => {
      const place = free.pop()
      if (place === undefined) return () => {}
      write(place, version)
      return () => {
        write(place, '')
        free.push(place)
      }
    },
    close: () => {
      ftruncateSync(handle)
      closeSync(handle)
    },
  }
}

function readLeft(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').match(/ver_[0-9a-z]+/g) ?? []
  } catch {
    return []
  }
}

const holder = globalThis as { handrailCarriedUnstored?: CarriedUnstored }

/** This process's own. Where no file can be written, nothing is noted, and nothing suspected. */
export function carriedUnstored(): CarriedUnstored {
  holder.handrailCarriedUnstored ??= opened()
  return holder.handrailCarriedUnstored
}

function opened(): CarriedUnstored {
  try {
    return openCarriedUnstored(env().HANDRAIL_DATA_DIR)
  } catch (error) {
    log().warn({ err: error }, 'what is carried before it is stored cannot be noted in the data folder')
    return { isSuspect: () => false, begin: () => () => {}, close: () => {} }
  }
}

/** The process ends in good order: nothing was under way that could be suspected. */
export function closeCarriedUnstored(): void {
  holder.handrailCarriedUnstored?.close()
  delete holder.handrailCarriedUnstored
}
