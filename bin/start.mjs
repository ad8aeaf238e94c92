import { launch } from './bootstrap.mjs'

await launch('serve.ts')
