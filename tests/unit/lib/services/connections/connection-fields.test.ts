import { expect, test } from 'vitest'
import { getConnector } from '@/lib/connectors'
import { firstChoices, shownFields } from '@/lib/connectors/shown-fields'
import { sortValues } from '@/lib/services/connections/connection-fields'

const http = getConnector('http')
if (!http) throw new Error('no HTTP connector')

const labels = (auth: string) => shownFields(http.fields, { auth }).map(({ label }) => label)

test('the form shows what goes with the kind of authentication', () => {
  expect(labels('none')).toEqual(['Hosts', 'Authentication'])
  expect(labels('bearer')).toEqual(['Hosts', 'Authentication', 'Token'])
  expect(labels('header')).toEqual(['Hosts', 'Authentication', 'Header', 'Secret'])
  expect(labels('basic')).toEqual(['Hosts', 'Authentication', 'User name', 'Password'])
  expect(labels('oauth')).toContain('Client secret')
  for (const { value } of http.fields.find(({ key }) => key === 'auth')?.choices ?? []) {
    const keys = shownFields(http.fields, { auth: value }).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  }
  expect(firstChoices(http.fields)).toMatchObject({ auth: 'bearer' })
})

test('what goes with another kind is neither asked for nor kept', () => {
  const values = { hosts: 'a.example', auth: 'basic', username: 'shop', token: 'pass-word', header: 'X-Old' }
  expect(sortValues(http, values)).toEqual({
    secret: { token: 'pass-word' },
    settings: { hosts: 'a.example', auth: 'basic', username: 'shop' },
  })
  expect(sortValues(http, { hosts: 'a.example', auth: 'none', token: 'left over' }).secret).toEqual({})
})

test('each kind asks for what it needs, by name', () => {
  const values = { hosts: 'a.example' }
  expect(() => sortValues(http, { ...values, auth: 'bearer' })).toThrow('Token')
  expect(() => sortValues(http, { ...values, auth: 'basic', token: 'x' })).toThrow('User name')
  expect(() => sortValues(http, { ...values, auth: 'oauth', token: 'x' })).toThrow('Address of the token')
  expect(() => sortValues(http, { ...values, auth: 'digest' })).toThrow('Authentication')
  expect(() => sortValues(http, { ...values, pin: '1' })).toThrow('no field ‘pin’')
})

test('without a kind the fields mean what they always did', () => {
  const values = { hosts: 'a.example', token: 'secret', header: 'X-Api-Key' }
  expect(sortValues(http, values)).toEqual({
    secret: { token: 'secret' },
    settings: { hosts: 'a.example', header: 'X-Api-Key' },
  })
})
