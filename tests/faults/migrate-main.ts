import { migrate } from '../../db/migrate'

// A migration in a process of its own: it may be broken off without anything else being hurt.
await migrate(process.argv[2] ?? '')
