import 'server-only'
import { accountGet } from '../github/account/get'
import { issueComment } from '../github/issue/comment'
import { issueCreate } from '../github/issue/create'
import { issueGet } from '../github/issue/get'
import { issueLabel } from '../github/issue/label'
import { issueList } from '../github/issue/list'
import { issueSearch } from '../github/issue/search'
import { labelList } from '../github/label/list'
import { repoSearch } from '../github/repo/search'
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
  bind(labelList, client, () => import('../github/label/list.run')),
  bind(accountGet, client, () => import('../github/account/get.run')),
]
