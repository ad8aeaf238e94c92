import { expect, test } from 'vitest'
import { toProblem } from '@/lib/services/http/problem'

test('while the database is away the caller is told to come again', () => {
  const lost = Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' })
  const starting = Object.assign(new Error('the database system is starting up'), { code: '57P03' })
  for (const error of [lost, new Error('Failed query', { cause: starting })]) {
    expect(toProblem(error, 'req_1')).toMatchObject({ status: 503, code: 'unavailable' })
  }
})

test('what is a defect of ours says nothing of itself', () => {
  const problem = toProblem(new Error('secret inner workings'), 'req_1')
  expect(problem).toMatchObject({ status: 500, code: 'internal' })
  expect(JSON.stringify(problem)).not.toContain('inner workings')
})
