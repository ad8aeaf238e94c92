import { launch } from './bootstrap.mjs'

await launch('serve.ts', ['--dev', ...process.argv.slice(2)])
