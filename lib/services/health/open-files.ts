import { readFileSync } from 'node:fs'

/** Where the system does not say: what most give. */
const usual = 1_024

/** What a process keeps for its own files, its database, and the services that its runs call. */
const keptForItself = 96

/** What other requests find free however many watch. */
const keptForRequests = 32

export type Room = {
  /** How many callers may be connected at once. */
  readonly connections: number
  /** How many of them may hold on for as long as they like. */
  readonly streams: number
}

/** How many callers a process that may have so many files open can take without starving what it carries. */
export function roomIn(openFiles: number): Room {
  const connections = Math.max(openFiles - keptForItself, keptForRequests * 2)
  return { connections, streams: connections - keptForRequests }
}

/** How many files and connections this process may have open at once: what the system says of it, where it does. */
export function openFilesHere(): number {
  try {
    const [, soft] = /^Max open files\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? []
    return Number(soft) || (soft === 'unlimited' ? Number.MAX_SAFE_INTEGER : usual)
  } catch {
    return usual
  }
}
