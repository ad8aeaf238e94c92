import { driveFiles } from '../../seed/drive-files'
import type { Emulated } from '../../services/service'
import type { GooglePart } from '../part'
import { answerDocuments } from './answer-documents'
import { answerFiles } from './answer-files'
import { answerSheets } from './answer-sheets'
import { Refusal } from './refusal'
import { type DriveState, driveState } from './state'

const emulators = new WeakMap<Emulated, (state: DriveState) => void>()

/** Drive, Docs and Sheets over one state: a document is a file whose content another product changes. */
export const drive: GooglePart = {
  owns: /^\/(upload\/)?drive\/v3\/|^\/v1\/documents|^\/v4\/spreadsheets/,
  async start(baseUrl) {
    let state: DriveState = { next: 1, files: [], documents: {}, spreadsheets: {} }
    const emulated: Emulated = {
      handle: (request) => answer(request, state, baseUrl),
      snapshot: () => structuredClone(state),
      restore(saved) {
        state = driveState.parse(structuredClone(saved))
      },
    }
    emulators.set(emulated, (seeded) => {
      state = seeded
    })
    return emulated
  },
  async seed(emulated, now) {
    emulators.get(emulated)?.(driveFiles(now))
  },
}

async function answer(request: Request, state: DriveState, baseUrl: string): Promise<Response> {
  const url = new URL(request.url)
  const body = await request.text()
  const { method, headers } = request
  try {
    const given = url.pathname.includes('/drive/v3/')
      ? answerFiles(state, { method, url, headers, body, baseUrl })
      : url.pathname.startsWith('/v1/')
        ? answerDocuments(state, { method, url, body: parseJson(body) })
        : answerSheets(state, { method, url, body: parseJson(body), baseUrl })
    return given instanceof Response ? given : Response.json(given)
  } catch (error) {
    if (error instanceof Refusal) return error.answer()
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return null
  }
}
