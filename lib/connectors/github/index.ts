import type { Connector } from '../contract'
import { accountGet } from './account/get'
import { issueComment } from './issue/comment'
import { issueCreate } from './issue/create'
import { issueGet } from './issue/get'
import { issueLabel } from './issue/label'
import { issueList } from './issue/list'
import { issueSearch } from './issue/search'
import { labelList } from './label/list'
import { repoSearch } from './repo/search'

export const github = {
  id: 'github',
  title: 'GitHub',
  summary: 'Issues, comments and labels in GitHub repositories.',
  icon: 'github',
  hosts: ['api.github.com'],
  connection: 'required',
  fields: [
    {
      key: 'token',
      label: 'Access token',
      help: 'A personal access token with the scope repo, or a fine-grained one that may read and write issues.',
      secret: true,
      required: true,
      placeholder: 'ghp_…',
    },
  ],
  check: 'github.account.get',
  actions: [
    repoSearch,
    issueGet,
    issueList,
    issueSearch,
    issueCreate,
    issueComment,
    issueLabel,
    labelList,
    accountGet,
  ],
} satisfies Connector
