import type { Connector } from '../contract'
import { accountGet } from './account/get'
import { assigneeList } from './assignee/list'
import { branchCreate } from './branch/create'
import { branchDelete } from './branch/delete'
import { branchList } from './branch/list'
import { codeSearch } from './code/search'
import { commentList } from './comment/list'
import { commitCompare } from './commit/compare'
import { commitCreate } from './commit/create'
import { fileGet } from './file/get'
import { fileList } from './file/list'
import { issueAssign } from './issue/assign'
import { issueClose } from './issue/close'
import { issueComment } from './issue/comment'
import { issueCreate } from './issue/create'
import { issueGet } from './issue/get'
import { issueLabel } from './issue/label'
import { issueList } from './issue/list'
import { issueSearch } from './issue/search'
import { issueUpdate } from './issue/update'
import { labelList } from './label/list'
import { pullCreate } from './pull/create'
import { pullGet } from './pull/get'
import { pullList } from './pull/list'
import { pullMerge } from './pull/merge'
import { releaseCreate } from './release/create'
import { repoSearch } from './repo/search'
import { reviewCreate } from './review/create'
import { reviewRequest } from './review/request'
import { workflowList } from './workflow/list'
import { workflowRun } from './workflow/run'

export const github = {
  id: 'github',
  title: 'GitHub',
  summary: 'Issues, code, branches and pull requests in GitHub repositories.',
  icon: 'github',
  hosts: ['api.github.com'],
  connection: 'required',
  oauth: 'github',
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
    issueUpdate,
    issueClose,
    issueAssign,
    commentList,
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
    reviewRequest,
    reviewCreate,
    pullMerge,
    branchDelete,
    releaseCreate,
    workflowRun,
    workflowList,
    assigneeList,
    labelList,
    accountGet,
  ],
} satisfies Connector
