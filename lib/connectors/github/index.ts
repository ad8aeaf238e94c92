import type { Connector } from '../contract'
import { accountGet } from './account/get'
import { branchCreate } from './branch/create'
import { branchList } from './branch/list'
import { codeSearch } from './code/search'
import { commitCompare } from './commit/compare'
import { commitCreate } from './commit/create'
import { fileGet } from './file/get'
import { fileList } from './file/list'
import { issueComment } from './issue/comment'
import { issueCreate } from './issue/create'
import { issueGet } from './issue/get'
import { issueLabel } from './issue/label'
import { issueList } from './issue/list'
import { issueSearch } from './issue/search'
import { labelList } from './label/list'
import { pullCreate } from './pull/create'
import { pullGet } from './pull/get'
import { pullList } from './pull/list'
import { repoSearch } from './repo/search'

export const github = {
  id: 'github',
  title: 'GitHub',
  summary: 'Issues, code, branches and pull requests in GitHub repositories.',
  icon: 'github',
  hosts: ['api.github.com'],
  connection: 'required',
  fields: [
    {
      key: 'token',
      label: 'Access token',
      help: 'A personal access token with the scope repo, or a fine-grained one that may read and write issues, contents and pull requests.',
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
    codeSearch,
    fileGet,
    fileList,
    commitCompare,
    branchList,
    branchCreate,
    commitCreate,
    pullList,
    pullGet,
    pullCreate,
    labelList,
    accountGet,
  ],
} satisfies Connector
