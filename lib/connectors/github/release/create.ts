import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { bodyField, branchName, repoField } from '../fields'

export const releaseCreate = defineAction({
  id: 'github.release.create',
  title: 'Create a release',
  summary: 'Publishes a release with a tag and notes. People who watch the repository are told.',
  guidance: 'Compare the last release with the branch first, and say in the notes what changes for people.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  repeat: 'lookup',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    tag: branchName.meta({
      title: 'Tag',
      description: 'Made when it is not there yet.',
      placeholder: 'v1.4.0',
      control: 'text',
      destination: true,
    }),
    target: branchName.optional().meta({
      title: 'From',
      description: 'A branch or commit. The default branch when empty.',
      placeholder: 'main',
      control: 'text',
      pick: 'github.branch.list',
      pickInput: { repo: 'repo' },
    }),
    name: z.string().min(1).max(256).optional().meta({
      title: 'Name',
      description: 'The tag when empty.',
      control: 'text',
    }),
    body: bodyField
      .optional()
      .meta({ title: 'Notes', description: 'GitHub Markdown.', control: 'long_text' }),
    draft: z.boolean().optional().meta({
      title: 'As a draft',
      description: 'Nobody sees it before it is published by hand.',
      control: 'toggle',
    }),
    prerelease: z.boolean().optional().meta({ title: 'Not ready for everybody', control: 'toggle' }),
  }),
  output: z.object({
    release_id: z.number().int().meta({ title: 'Release id' }),
    repo: z.string().meta({ title: 'Repository' }),
    tag: z.string().meta({ title: 'Tag' }),
    name: z.string().meta({ title: 'Name' }),
    body: z.string().meta({ title: 'Notes' }),
    draft: z.boolean().meta({ title: 'Is a draft' }),
    prerelease: z.boolean().meta({ title: 'Not ready for everybody' }),
    url: z.string().meta({ title: 'Address' }),
    created_at: z.string().meta({ title: 'Created at' }),
  }),
  preview: ({ repo, tag, draft }) =>
    shorten(`${draft ? 'Draft' : 'Publish'} the release ${shorten(tag, 40)} of ${repo}`, 120),
  examples: [
    {
      title: 'With notes',
      input: { repo: 'acme/website', tag: 'v1.4.0', name: 'Autumn', body: 'Search finds umlauts.' },
      output: {
        release_id: 1,
        repo: 'acme/website',
        tag: 'v1.4.0',
        name: 'Autumn',
        body: 'Search finds umlauts.',
        draft: false,
        prerelease: false,
        url: 'https://github.com/acme/website/releases/tag/v1.4.0',
        created_at: '2026-11-02T09:14:00Z',
      },
    },
    {
      title: 'A draft from a branch',
      input: {
        repo: 'acme/website',
        tag: 'v1.5.0-rc.1',
        target: 'fix-umlaut-search',
        draft: true,
        prerelease: true,
      },
      output: {
        release_id: 2,
        repo: 'acme/website',
        tag: 'v1.5.0-rc.1',
        name: 'v1.5.0-rc.1',
        body: '',
        draft: true,
        prerelease: true,
        url: 'https://github.com/acme/website/releases/tag/v1.5.0-rc.1',
        created_at: '2026-11-02T09:15:00Z',
      },
    },
  ],
})
