import { removeData, startApp } from '../support/app-process'
import { owner } from './support/owner'

/**
 * One product for all tests but the first journey, which starts a blank one of its own. Its owner is made from the
 * environment, as an installation by script does it. With `HANDRAIL_TEST_URL` set, the product that runs there is used.
 */
export default async function globalSetup() {
  if (process.env.HANDRAIL_TEST_URL) return
  const app = await startApp({
    env: {
      HANDRAIL_OWNER_EMAIL: owner.email,
      HANDRAIL_OWNER_PASSWORD: owner.password,
      HANDRAIL_API_TOKEN: owner.token,
    },
  })
  process.env.HANDRAIL_TEST_URL = app.url
  return async () => {
    await app.stop()
    removeData(app)
  }
}
