import { startPracticeModel } from '../../lib/practice/model/start-practice-model'
import { startEmulators } from '../../lib/practice/start-emulators'

// The far sides, in a process of their own: they outlive every kill of the product and count what was really done.
const emulators = await startEmulators({ faults: true })
const model = await startPracticeModel()
process.stdout.write(
  `${JSON.stringify({
    token: emulators.token,
    github: emulators.github.url,
    slack: emulators.slack.url,
    http: emulators.http.url,
    control: emulators.controlUrl,
    model: model.url,
  })}\n`,
)
process.once('SIGTERM', () => process.exit(0))
// The model's server does not hold the process by itself.
setInterval(() => {}, 60_000)
