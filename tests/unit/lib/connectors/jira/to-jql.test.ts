import { expect, test } from 'vitest'
import { issueSearch } from '@/lib/connectors/jira/issue-search'
import { browseUrl, siteOrigin } from '@/lib/connectors/jira/site'
import { toJql } from '@/lib/connectors/jira/to-jql'

const jql = (input: Record<string, unknown>) => toJql(issueSearch.input.parse(input))

test('each field is one restriction, and none of them breaks out of its quotation marks', () => {
  expect(jql({ project: 'SHOP', query: 'pay "now" OR 1=1', state: 'open' })).toBe(
    'project = "SHOP" AND text ~ "pay now OR 1 1" AND statusCategory != Done ORDER BY created DESC',
  )
  expect(jql({ status: 'x" OR project = "OPS' })).toBe(
    'status = "x\\" OR project = \\"OPS" ORDER BY created DESC',
  )
})

test('a key is looked up as a key, and nothing at all finds the newest', () => {
  expect(jql({ query: 'shop-4' })).toBe('key = "SHOP-4" ORDER BY created DESC')
  expect(jql({})).toBe('project is not EMPTY ORDER BY created DESC')
})

test('a site is what people paste, on Atlassian’s own domain alone', () => {
  for (const pasted of [
    'acme',
    'acme.atlassian.net',
    'https://acme.atlassian.net/jira/your-work',
    ' Acme ',
  ]) {
    expect(siteOrigin(pasted)).toBe('https://acme.atlassian.net')
  }
  for (const pasted of [
    '',
    'https://evil.example',
    'acme.atlassian.net.evil.example',
    'http://acme',
    'a@b',
  ]) {
    expect(siteOrigin(pasted)).toBeNull()
  }
})

test('an issue’s address is its site’s, and none is given where the site is not known', () => {
  const self = 'https://acme.atlassian.net/rest/api/3/issue/10001'
  expect(browseUrl('SHOP-1', { self, site: null })).toBe('https://acme.atlassian.net/browse/SHOP-1')
  const behind = 'https://api.atlassian.com/ex/jira/1-2-3/rest/api/3/issue/10001'
  expect(browseUrl('SHOP-1', { self: behind, site: null })).toBe('')
  expect(browseUrl('SHOP-1', { self: behind, site: 'https://acme.atlassian.net' })).toBe(
    'https://acme.atlassian.net/browse/SHOP-1',
  )
})
