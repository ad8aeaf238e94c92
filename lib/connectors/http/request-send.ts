import { z } from 'zod'
import { shorten } from '../../core/shorten'
import { defineAction } from '../contract'
import { answerOutput, anyStatusField, headersField, readAsField, urlField } from './fields'

/** All that HTTP and WebDAV know, but for those that make tunnels or echo secrets. */
const methods = [
  ...([
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'GET',
    'HEAD',
    'OPTIONS',
    'QUERY',
    'SEARCH',
    'REPORT',
    'PURGE',
  ] as const),
  ...(['LINK', 'UNLINK', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'MKCOL', 'PROPFIND', 'PROPPATCH'] as const),
] as const

export const requestSend = defineAction({
  id: 'http.request.send',
  title: 'Send to an address',
  summary: 'Sends a request that changes something at any HTTP address.',
  guidance: 'Use this for a service that has no connector of its own, and only as its documentation says.',
  effect: 'irreversible',
  outward: true,
  trust: 'untrusted',
  // A plain request must not be sent twice. Where the builder says that the server honours Idempotency-Key, it may.
  repeat: 'never',
  repeatWith: ({ honours_key, method }) =>
    method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? 'safe' : honours_key ? 'keyed' : 'never',
  scopes: [],
  input: z.strictObject({
    method: z.enum(methods).meta({ title: 'Method', control: 'choice' }),
    url: urlField,
    headers: headersField,
    body: z.json().optional().meta({
      title: 'Body',
      description: 'Text is sent as it is, everything else as JSON, unless a type is chosen.',
      control: 'json',
    }),
    body_type: z.enum(['json', 'form', 'multipart', 'text', 'base64']).optional().meta({
      title: 'Body type',
      description:
        'Forms take names and values; in multipart { "file": "a.txt", "content": "…" } is a file. Base64 is sent as bytes.',
      control: 'choice',
    }),
    honours_key: z.boolean().optional().meta({
      title: 'The server honours Idempotency-Key',
      description:
        'On: the request may be sent again when its answer was lost. Check the service’s documentation.',
      control: 'toggle',
    }),
    read_as: readAsField,
    any_status: anyStatusField,
  }),
  output: answerOutput,
  preview: ({ method, url }) => shorten(`Send ${method} to ${url}`, 120),
  examples: [
    {
      title: 'Post JSON',
      input: {
        method: 'POST',
        url: 'https://api.example.com/v1/items',
        body: { name: 'Lamp' },
        honours_key: true,
      },
      output: {
        status: 201,
        ok: true,
        content_type: 'application/json',
        body: { id: 7 },
        headers: { 'content-type': 'application/json' },
      },
    },
    {
      title: 'Send a form',
      input: {
        method: 'POST',
        url: 'https://api.example.com/v1/search',
        body: { words: 'blue lamp', tag: ['sale', 'new'] },
        body_type: 'form',
      },
      output: {
        status: 200,
        ok: true,
        content_type: 'application/json',
        body: { found: 2 },
        headers: { 'content-type': 'application/json' },
      },
    },
    {
      title: 'Delete',
      input: { method: 'DELETE', url: 'https://api.example.com/v1/items/7' },
      output: { status: 204, ok: true, content_type: '', body: '', headers: {} },
    },
  ],
})
