import { expect, test } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files'

/**
 * Who may import whom, inside this repository. The first pattern that matches a file decides. `own` stands for the
 * file's own folder, for a connector the whole of it. Packages are held apart, below.
 */
const allowed: readonly (readonly [from: RegExp, to: RegExp])[] = [
  [/^lib\/core\//, /^lib\/core\//],
  [/^lib\/workflow\//, /^lib\/(core|workflow)\/|^lib\/connectors\/contract\.ts/],
  [
    /^lib\/policy\//,
    /^lib\/(core|workflow|policy)\/|^lib\/engine\/contract\.ts|^lib\/connectors\/contract\.ts/,
  ],
  [/^lib\/engine\//, /^lib\/(core|workflow|engine)\/|^lib\/connectors\/contract\.ts/],
  [/^lib\/(net|sandbox|auth)\//, /^lib\/(core|net|sandbox|auth)\/|^lib\/env\.ts/],
  [/^lib\/practice\//, /^lib\/(core|net|practice|workflow)\/|^lib\/connectors\/contract\.ts|^lib\/env\.ts/],
  [
    /^lib\/connectors\/(contract|index|derive\/.*)\.ts/,
    /^lib\/core\/|^lib\/connectors\/(?!.*\.run\.ts|runs\.ts|.*client\.ts)/,
  ],
  [/^lib\/connectors\/runs/, /^lib\/(core|net|connectors)\/|^lib\/env\.ts/],
  [
    /^lib\/connectors\/[^/]+\/(.*\.run|client|.*-client)\.ts/,
    /^lib\/(core|net)\/|^lib\/env\.ts|^lib\/connectors\/(contract|behaviour|runs).*\.ts|own/,
  ],
  [/^lib\/connectors\//, /^lib\/core\/|^lib\/connectors\/contract\.ts|own(?!.*\.run\.ts)/],
  [/^lib\/agent\//, /^lib\/(core|agent)\/|^lib\/connectors\/(contract\.ts|derive\/)|^lib\/workflow\//],
  [/^lib\/env\.ts/, /^$/],
  [/^lib\/services\//, /^(lib|db)\/|^inngest\/(client|events|signals|send)[^/]*\.ts/],
  [/^db\//, /^db\/|^lib\/(core|workflow|policy|env)|^lib\/(connectors|engine)\/contract\.ts/],
  [/^inngest\//, /^(lib|db|inngest)\//],
  [
    /^components\//,
    /^components\/|^lib\/(core|workflow|policy)\/|^lib\/connectors\/(?!.*\.run\.ts|runs|.*client\.ts)/,
  ],
  [
    /^app\//,
    /^app\/|^components\/|^lib\/(core|workflow|policy|auth|services)\/|^lib\/connectors\/|^lib\/env\.ts|^inngest\//,
  ],
  [/^(instrumentation|proxy|drizzle\.config|vitest\.config|next-env\.d)\.ts/, /./],
  [/^bin\//, /^(bin|db|lib|tests)\//],
  [/^tests\//, /./],
]

// A package's subpath (`inngest/next`) has no ending; a file of ours always has one.
const isLocal = (name: string) => /^(app|bin|components|db|inngest|lib|tests)\/.*\.[a-z]+$/.test(name)

function forbidden(file: SourceFile): string[] {
  const rule = allowed.find(([from]) => from.test(file.path))
  if (!rule)
    return [
      `${file.path} stands in no folder of the house: give it a room in tests/architecture/imports.test.ts`,
    ]
  const connector = /^lib\/connectors\/[^/]+\/(?=.)/.exec(file.path)?.[0]
  const folder = connector ?? file.path.slice(0, file.path.lastIndexOf('/') + 1)
  return file.imports
    .filter(isLocal)
    .filter(
      (name) =>
        !rule[1].test(name) && !(name.startsWith(folder) && rule[1].test(`own${name.slice(folder.length)}`)),
    )
    .map((name) => `${file.path} may not import ${name}`)
}

const files = sourceFiles()

test('each folder imports only what the house allows it', () => {
  expect(files.flatMap(forbidden)).toEqual([])
})

test('nothing but tests imports tests', () => {
  const wrong = files.filter(
    (file) => !/^(tests|bin)\//.test(file.path) && file.imports.some((name) => name.startsWith('tests/')),
  )
  expect(wrong.map((file) => file.path)).toEqual([])
})

const packageOwners: readonly (readonly [name: RegExp, owners: RegExp])[] = [
  [/^openai$/, /^lib\/agent\/openai\/|^tests\//],
  [/^@octokit\//, /^lib\/connectors\/github\/.*(run|client)\.ts|^tests\//],
  [/^jira\.js(\/|$)/, /^lib\/connectors\/jira\/.*(run|client)\.ts|^tests\//],
  [/^(mdast|micromark)/, /^lib\/connectors\/jira\/adf\/|^tests\//],
  [/^@slack\//, /^lib\/connectors\/slack\/.*(run|client)\.ts|^tests\//],
  [/^googleapis(\/|$)/, /^lib\/connectors\/google\/.*(run|client)\.ts|^tests\//],
  [/^pg(-cursor)?$/, /^lib\/connectors\/postgres\/(session-client|column-types)\.ts/],
  [/^(nodemailer|html-to-text)(\/|$)/, /^lib\/connectors\/google\/mail\//],
  [/^undici$/, /^lib\/net\/|^tests\//],
  [/^emulate$/, /^lib\/practice\/|^tests\//],
  [
    /^(drizzle-orm|postgres)(\/|$)/,
    /^db\/|^inngest\/embedded\/|^lib\/services\/practice\/|^bin\/|^tests\/|^drizzle\.config/,
  ],
  [/^inngest(\/|$)/, /^inngest\/|^app\/api\/inngest\/|^tests\//],
  [/^prom-client$/, /^lib\/services\/health\//],
  [/^next-auth(\/|$)/, /^lib\/(auth|services\/session)\/|^app\/|^components\/auth\/|^tests\//],
]

test('each vendor library is used in its own room only', () => {
  const wrong = files.flatMap((file) =>
    file.imports
      .filter((name) => !isLocal(name))
      .filter((name) =>
        packageOwners.some(([library, owners]) => library.test(name) && !owners.test(file.path)),
      )
      .map((name) => `${file.path} may not import ${name}`),
  )
  expect(wrong).toEqual([])
})
