import { expect, test } from 'vitest'
import { permissions } from '@/lib/policy/permissions'
import { sourceFiles } from './source-files'

const files = sourceFiles()
const routeFiles = files.filter((file) => /^app\/(.*\/)?route\.tsx?$/.test(file.path))
/** Routes outside the API. Each has its own guard, named here. */
const outside: Readonly<Record<string, string>> = {
  'app/api/auth/[...nextauth]/route.ts': 'next-auth: its own tokens against forged calls, slowed guessing',
  'app/api/inngest/route.ts': '404 in embedded mode, signed otherwise',
  'app/api/v1/[...nowhere]/route.ts': 'no data',
  'app/api/v1/openapi.json/route.ts': 'no data',
  'app/healthz/route.ts': 'no data',
  'app/readyz/route.ts': 'no data',
  'app/metrics/route.ts': 'a token of the operator; without one nobody may',
  'app/hooks/[token]/route.ts': 'an unguessable token in the address',
  'app/oauth/callback/[provider]/route.ts': 'the session that set out, with a state that is good once',
  'app/hooks/waits/[token]/route.ts': 'an unguessable token in the address, good once',
}

const apiFiles = routeFiles.filter((file) => file.path.startsWith('app/api/v1/') && !outside[file.path])

/** What those may call who are no members of the workspace: nothing else is open. */
const withoutMembership: Readonly<Record<string, readonly string[]>> = {
  openRoute: ['set-up', 'invitations/accept', 'resets'],
  userRoute: ['me', 'workspaces', 'account', 'account/password'],
}

type Handler = {
  readonly path: string
  readonly method: string
  readonly kind: string
  readonly text: string
}

const handlers: readonly Handler[] = apiFiles.flatMap(({ path, text }) =>
  [...text.matchAll(/export const ([A-Z]+) = (\w+)\(([\s\S]*?)\n\}\)/g)].map(
    ([, method = '', kind = '', body = '']) => ({
      path: path.slice('app/api/v1/'.length, -'/route.ts'.length),
      method,
      kind,
      text: body,
    }),
  ),
)

test('every route of the API is in the one list of routes, and the list names no other', () => {
  const list = files.find((file) => file.path === 'app/api/v1/_routes/routes.ts')?.text ?? ''
  const listed = [...list.matchAll(/'(\/[^']*)': \(\) => import\('\.\.(\/[^']*)\/route'\)/g)].map(
    ([, url, folder]) => ({
      url,
      folder,
    }),
  )
  for (const { url, folder } of listed) expect(url).toBe(folder?.replace(/\[(\w+)\]/g, '{$1}'))
  expect(listed.map(({ folder }) => `app/api/v1${folder}/route.ts`).sort()).toEqual(
    apiFiles.map((file) => file.path).sort(),
  )
})

test('every handler of the API is made by the wrapper that finds out who calls', () => {
  const exported = apiFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?!type|const dynamic).*$/gm)].map(([line]) => `${path}: ${line}`),
  )
  expect(
    exported.filter((line) => !/export const [A-Z]+ = (member|user|open)Route\($|\{$/.test(line)),
  ).toEqual([])
  expect(handlers).toHaveLength(exported.length)
})

test('every handler for members names a line of the matrix', () => {
  const wrong = handlers.filter(({ kind, text }) => {
    const [, permission = ''] = /permission: '([\w.]+)'/.exec(text) ?? []
    return kind === 'memberRoute' && !Object.hasOwn(permissions, permission)
  })
  expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual([])
})

test('a handler that changes something asks for more than reading', () => {
  const harmless = ['POST workflows/[id]/check']
  const wrong = handlers.filter(
    ({ method, text }) => method !== 'GET' && /permission: '\w+\.read'/.test(text),
  )
  expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual(harmless)
})

test('only these handlers are open to those who are no members', () => {
  const open = handlers.filter(
    ({ kind, path }) => kind !== 'memberRoute' && !withoutMembership[kind]?.includes(path),
  )
  expect(open.map(({ path, method }) => `${method} ${path}`)).toEqual([])
})

test('every other route is known, with what guards it', () => {
  const unknown = routeFiles.filter((file) => !apiFiles.includes(file) && outside[file.path] === undefined)
  expect(unknown.map((file) => file.path)).toEqual([])
})

test('there is no server action: what changes something goes through the API', () => {
  const actions = files.filter(
    (file) => /^\s*['"]use server['"]/m.test(file.text) && !file.path.startsWith('tests/'),
  )
  expect(actions.map((file) => file.path)).toEqual([])
})
