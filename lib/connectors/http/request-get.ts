import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { answerOutput, anyStatusField, headersField, queryField, readAsField, urlField } from './fields'

export const requestGet = defineAction({
  id: 'http.request.get',
  title: 'Get from an address',
  summary: 'Reads from any HTTP address. JSON comes as data, everything else as text.',
  guidance:
    'Use this to read from a service that has no connector of its own. What it returns was written by others.',
  effect: 'read',
  outward: false,
  trust: 'untrusted',
  repeat: 'safe',
  scopes: [],
  input: z.strictObject({
    url: urlField,
    method: z
      .enum(['GET', 'HEAD'])
      .optional()
      .meta({ title: 'Method', description: 'GET when empty.', control: 'choice' }),
    query: queryField,
    headers: headersField,
    read_as: readAsField,
    any_status: anyStatusField,
  }),
  output: answerOutput,
  preview: ({ url, method }) =>
    shorten(`${method === 'HEAD' ? 'Ask for the headers of' : 'Read'} ${url}`, 120),
  examples: [
    {
      title: 'Read JSON',
      input: { url: 'https://api.example.com/v1/items', query: { page: '2' } },
      output: {
        status: 200,
        ok: true,
        content_type: 'application/json',
        body: { items: [] },
        headers: { 'content-type': 'application/json' },
      },
    },
    {
      title: 'See whether a page is there',
      input: { url: 'https://example.com/status', method: 'HEAD', any_status: true },
      output: {
        status: 404,
        ok: false,
        content_type: 'text/html',
        body: '',
        headers: { 'content-type': 'text/html' },
      },
    },
  ],
})
