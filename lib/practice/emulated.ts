import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createEmulator } from 'emulate'
import type { Emulated } from './services/service'
import { type Snapshot, snapshotSchema } from './snapshot'

/** The services of `emulate` that are used as they are. */
type BuiltIn = 'github' | 'slack' | 'google'

export type EmulatedBuiltIn = Omit<Emulated, 'snapshot'> & { snapshot(): Snapshot }

type App = { readonly fetch: (request: Request) => Promise<Response> }
type Store = { snapshot(): unknown; restore(snapshot: Snapshot): void }
type Plugin = { register(app: App, store: Store, ...rest: unknown[]): void }

/**
 * Starts a built-in service of `emulate`. Its interface keeps the state of built-in services to itself (snapshots are
 * for custom ones only), so the plugin is asked on the way: what it registers on is the app and the store. The
 * package is pinned; `tests/contract/practice` fails when a new version is built otherwise.
 */
export async function emulate(
  service: BuiltIn,
  options: {
    readonly baseUrl: string
    readonly seed: Readonly<Record<string, unknown>>
    readonly tokens: Tokens
  },
): Promise<EmulatedBuiltIn> {
  const plugin = await pluginOf(service)
  const { register } = plugin
  const captured: { app?: App; store?: Store } = {}
  plugin.register = (app, store, ...rest) => {
    captured.app = app
    captured.store = store
    register.call(plugin, app, store, ...rest)
  }
  try {
    const emulator = await createEmulator({
      service,
      port: 0,
      hostname: '127.0.0.1',
      baseUrl: options.baseUrl,
      seed: { tokens: { ...options.tokens }, [service]: options.seed },
    })
    // Requests reach it through our own front alone: its own port knows no authorisation.
    await emulator.close()
  } finally {
    plugin.register = register
  }
  const { app, store } = captured
  if (!app || !store) throw new Error(`emulate did not start ${service}.`)
  return {
    handle: (request) => app.fetch(request),
    snapshot: () => snapshotSchema.parse(store.snapshot()),
    restore: (state) => store.restore(snapshotSchema.parse(state)),
  }
}

/** By token, who it acts as. */
export type Tokens = Readonly<Record<string, { readonly login: string; readonly scopes: string[] }>>

async function pluginOf(service: BuiltIn): Promise<Plugin> {
  // A built-in service is loaded from a file with a hashed name; the same file gives the same module.
  const folder = join(process.cwd(), 'node_modules/emulate/dist')
  const source = await readFile(join(folder, 'api.js'), 'utf8')
  const name = `${service}Plugin`
  const file = new RegExp(`import\\("\\./([\\w-]+\\.js)"\\);\\s*return \\{\\s*plugin: mod\\.${name}`).exec(
    source,
  )?.[1]
  if (!file) throw new Error(`emulate has no file for ${service}. Is it the pinned version?`)
  const { href } = pathToFileURL(join(folder, file))
  const loaded: unknown = await import(
    /* @vite-ignore */ /* turbopackIgnore: true */ /* webpackIgnore: true */ href
  )
  const plugin = typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, name) : undefined
  if (!isPlugin(plugin)) throw new Error(`emulate's ${service} is built otherwise. Is it the pinned version?`)
  return plugin
}

function isPlugin(value: unknown): value is Plugin {
  return (
    typeof value === 'object' && value !== null && 'register' in value && typeof value.register === 'function'
  )
}
