import { removeData, startApp } from '../support/app-process'

/** One product for all journeys; its address is in the environment of the tests. */
export default async function globalSetup() {
  const app = await startApp()
  process.env.HANDRAIL_TEST_URL = app.url
  return async () => {
    await app.stop()
    removeData(app)
  }
}
