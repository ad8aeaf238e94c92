import { startEngine } from '@/inngest/start'

await startEngine()
process.stdout.write('ready\n')
