import { describe, expect, it } from 'vitest'
import { rankMatch } from '@/components/canvas/palette/rank-match'

describe('searching the palette', () => {
  it('finds a row by the beginnings of its words, in any order', () => {
    expect(rankMatch('', 'iss get', ['Get an issue', 'GitHub'])).toBeGreaterThan(0)
    expect(rankMatch('', 'github issue', ['Get an issue', 'GitHub'])).toBeGreaterThan(0)
  })

  it('finds nothing by letters that stand anywhere', () => {
    expect(rankMatch('', 'get issue', ['Agent', 'AI', 'Lets a model judge'])).toBe(0)
    expect(rankMatch('', 'ost', ['Post a message'])).toBe(0)
  })

  it('puts a name before a remark', () => {
    const named = rankMatch('', 'post', ['Post a message', 'Slack', 'Posts a message in a channel.'])
    const remarked = rankMatch('', 'post', ['Reply in a thread', 'Slack', 'Posts a reply.'])
    expect(named).toBeGreaterThan(remarked)
    expect(remarked).toBeGreaterThan(0)
  })
})
