import { z } from 'zod'
import { addFile } from './add-file'
import { exportFile } from './export-file'
import { masked } from './field-mask'
import { defaultFields, fileResource } from './file-resource'
import { findFile, touch } from './find-file'
import { toCondition } from './matches-query'
import { readUpload } from './read-upload'
import { invalid, notFound } from './refusal'
import type { DriveState, PracticeFile } from './state'

const about = z.object({
  name: z.string().optional(),
  mimeType: z.string().optional(),
  description: z.string().optional(),
  parents: z.array(z.string()).optional(),
  appProperties: z.record(z.string(), z.string()).optional(),
  trashed: z.boolean().optional(),
})

const sharing = z.object({
  type: z.literal('user'),
  role: z.enum(['reader', 'commenter', 'writer']),
  emailAddress: z.string(),
})

export type FilesCall = {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: string
  readonly baseUrl: string
}

/** Google's Drive interface, as far as it is needed. Gives JSON, or a whole answer where that is a file's content. */
export function answerFiles(state: DriveState, call: FilesCall): unknown {
  const { method, url, baseUrl } = call
  const fields = url.searchParams.get('fields')
  const path = url.pathname.replace(/^\/upload/, '').replace('/drive/v3/files', '')
  const [, id = '', verb = ''] = /^\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? []
  const shown = (file: PracticeFile) => masked(fileResource(file, baseUrl), fields, defaultFields)
  switch (`${method} ${id ? '/id' : '/'}${verb}`) {
    case 'GET /':
      return listFiles(state, call)
    case 'POST /':
      return shown(create(state, call))
    case 'GET /id':
      if (url.searchParams.get('alt') === 'media') return download(findFile(state, id))
      return shown(findFile(state, id))
    case 'PATCH /id':
      return shown(update(findFile(state, id), call, state))
    case 'GET /idexport':
      return exportFile(state, findFile(state, id), url.searchParams.get('mimeType') ?? '')
    case 'POST /idcopy':
      return shown(
        copy(state, findFile(state, id), parse(about, readUpload(call.headers, url, call.body).metadata)),
      )
    case 'GET /idpermissions':
      return masked({ kind: 'drive#permissionList', permissions: findFile(state, id).permissions }, fields)
    case 'POST /idpermissions':
      return masked(share(state, findFile(state, id), call), fields)
    default:
      throw notFound('Method')
  }
}

function parse<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw invalid('Invalid Value')
  return parsed.data
}

function listFiles(state: DriveState, { url, baseUrl }: FilesCall): unknown {
  const meets = toCondition(url.searchParams.get('q') ?? '')
  const [key, direction] = (url.searchParams.get('orderBy') ?? 'modifiedTime desc').split(' ')
  const timeOf = (file: PracticeFile) => (key === 'createdTime' ? file.createdTime : file.modifiedTime)
  const found = state.files
    .filter((file) => file.parents.length > 0 && meets(file, state))
    .sort((left, right) => timeOf(left).localeCompare(timeOf(right)) * (direction === 'desc' ? -1 : 1))
    .slice(0, Number(url.searchParams.get('pageSize') ?? 100))
  const resource = {
    kind: 'drive#fileList',
    incompleteSearch: false,
    files: found.map((file) => fileResource(file, baseUrl)),
  }
  return masked(resource, url.searchParams.get('fields'), `kind,incompleteSearch,files(${defaultFields})`)
}

function create(state: DriveState, { headers, url, body }: FilesCall): PracticeFile {
  const { metadata, media } = readUpload(headers, url, body)
  const given = parse(about, metadata)
  for (const parent of given.parents ?? []) findFile(state, parent)
  return addFile(state, { ...given, mimeType: given.mimeType ?? media?.type, content: media?.text ?? '' })
}

function update(file: PracticeFile, { headers, url, body }: FilesCall, state: DriveState): PracticeFile {
  const { metadata, media } = readUpload(headers, url, body)
  const { name, trashed, description, appProperties } = parse(about, metadata)
  const added = url.searchParams.get('addParents')?.split(',') ?? []
  const removed = url.searchParams.get('removeParents')?.split(',') ?? []
  const folders = added.map((parent) => findFile(state, parent).id)
  const kept = file.parents.filter((parent) => !removed.includes(parent))
  if (folders.length > 0 && kept.length > 0) throw invalid('Increasing the number of parents is not allowed')
  if (folders.length > 0) file.parents = folders
  if (name !== undefined) file.name = name
  if (trashed !== undefined) file.trashed = trashed
  if (description !== undefined) file.description = description
  if (appProperties) file.appProperties = { ...file.appProperties, ...appProperties }
  if (media) file.content = media.text
  touch(file)
  return file
}

function copy(state: DriveState, source: PracticeFile, given: z.infer<typeof about>): PracticeFile {
  const copied = addFile(state, {
    ...given,
    name: given.name ?? `Copy of ${source.name}`,
    mimeType: source.mimeType,
    parents: given.parents ?? source.parents,
    description: source.description,
    appProperties: { ...source.appProperties, ...given.appProperties },
    content: source.content,
  })
  const document = state.documents[source.id]
  if (document) state.documents[copied.id] = { ...structuredClone(document), revision: 1 }
  const tabs = state.spreadsheets[source.id]
  if (tabs) state.spreadsheets[copied.id] = structuredClone(tabs)
  return copied
}

function share(state: DriveState, file: PracticeFile, { headers, url, body }: FilesCall): unknown {
  const given = parse(sharing, readUpload(headers, url, body).metadata)
  const known = file.permissions.find(({ emailAddress }) => emailAddress === given.emailAddress)
  file.isOurs = true
  if (known) {
    known.role = given.role
    return known
  }
  const permission = { id: `permission-${state.next}`, ...given }
  state.next += 1
  file.permissions.push(permission)
  return permission
}

function download({ mimeType, content }: PracticeFile): Response {
  if (mimeType.startsWith('application/vnd.google-apps.'))
    throw invalid('Only files with binary content can be downloaded. Use Export with Docs Editors files.')
  return new Response(content, { headers: { 'content-type': mimeType } })
}
