import 'server-only'
import { accountGet } from '../github/account/get'
import { assigneeList } from '../github/assignee/list'
import { branchCreate } from '../github/branch/create'
import { branchDelete } from '../github/branch/delete'
import { branchList } from '../github/branch/list'
import { codeSearch } from '../github/code/search'
import { commentList } from '../github/comment/list'
import { commitCompare } from '../github/commit/compare'
import { commitCreate } from '../github/commit/create'
import { fileGet } from '../github/file/get'
import { fileList } from '../github/file/list'
import { issueAssign } from '../github/issue/assign'
import { issueClose } from '../github/issue/close'
import { issueComment } from '../github/issue/comment'
import { issueCreate } from '../github/issue/create'
import { issueGet } from '../github/issue/get'
import { issueLabel } from '../github/issue/label'
import { issueList } from '../github/issue/list'
import { issueSearch } from '../github/issue/search'
import { issueUpdate } from '../github/issue/update'
import { labelList } from '../github/label/list'
import { pullCreate } from '../github/pull/create'
import { pullGet } from '../github/pull/get'
import { pullList } from '../github/pull/list'
import { pullMerge } from '../github/pull/merge'
import { releaseCreate } from '../github/release/create'
import { repoSearch } from '../github/repo/search'
import { reviewCreate } from '../github/review/create'
import { reviewRequest } from '../github/review/request'
import { workflowList } from '../github/workflow/list'
import { workflowRun } from '../github/workflow/run'
import { type Bound, bind } from './bind'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../github/client')

/** Every action of this connector with its behaviour. */
export const githubRuns: readonly Bound[] = [
  bind(repoSearch, client, () => import('../github/repo/search.run')),
  bind(issueGet, client, () => import('../github/issue/get.run')),
  bind(issueList, client, () => import('../github/issue/list.run')),
  bind(issueSearch, client, () => import('../github/issue/search.run')),
  bind(issueCreate, client, () => import('../github/issue/create.run')),
  bind(issueComment, client, () => import('../github/issue/comment.run')),
  bind(issueLabel, client, () => import('../github/issue/label.run')),
  bind(codeSearch, client, () => import('../github/code/search.run')),
  bind(fileGet, client, () => import('../github/file/get.run')),
  bind(fileList, client, () => import('../github/file/list.run')),
  bind(commitCompare, client, () => import('../github/commit/compare.run')),
  bind(branchList, client, () => import('../github/branch/list.run')),
  bind(branchCreate, client, () => import('../github/branch/create.run')),
  bind(commitCreate, client, () => import('../github/commit/create.run')),
  bind(pullList, client, () => import('../github/pull/list.run')),
  bind(pullGet, client, () => import('../github/pull/get.run')),
  bind(pullCreate, client, () => import('../github/pull/create.run')),
  bind(issueUpdate, client, () => import('../github/issue/update.run')),
  bind(issueClose, client, () => import('../github/issue/close.run')),
  bind(issueAssign, client, () => import('../github/issue/assign.run')),
  bind(commentList, client, () => import('../github/comment/list.run')),
  bind(reviewRequest, client, () => import('../github/review/request.run')),
  bind(reviewCreate, client, () => import('../github/review/create.run')),
  bind(pullMerge, client, () => import('../github/pull/merge.run')),
  bind(branchDelete, client, () => import('../github/branch/delete.run')),
  bind(releaseCreate, client, () => import('../github/release/create.run')),
  bind(workflowRun, client, () => import('../github/workflow/run.run')),
  bind(workflowList, client, () => import('../github/workflow/list.run')),
  bind(assigneeList, client, () => import('../github/assignee/list.run')),
  bind(labelList, client, () => import('../github/label/list.run')),
  bind(accountGet, client, () => import('../github/account/get.run')),
]
