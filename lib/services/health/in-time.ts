import 'server-only'

/** What the database answers, or an error once so many milliseconds have passed. */
export async function inTime<Answer>(answer: Promise<Answer>, patienceMs = 3_000): Promise<Answer> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('The database did not answer in time.')), patienceMs).unref()
  })
  return Promise.race([answer, late])
}
