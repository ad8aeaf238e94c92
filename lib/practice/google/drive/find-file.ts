import { notFound } from './refusal'
import { type DriveState, type PracticeFile, rootFolder } from './state'

export function findFile(state: DriveState, id: string): PracticeFile {
  const wanted = id === 'root' ? rootFolder : id
  const found = state.files.find((file) => file.id === wanted)
  if (!found) throw notFound(`File not found: ${id}. It was`)
  return found
}

/** The connected account has changed it just now. */
export function touch(file: PracticeFile): void {
  file.modifiedTime = new Date().toISOString()
  file.isOurs = true
}
