import {
  FlaskConical,
  House,
  Inbox,
  Library,
  type LucideIcon,
  Play,
  Plug,
  Settings,
  Workflow,
} from 'lucide-react'

export type NavItem = {
  readonly path: string
  readonly label: string
  readonly icon: LucideIcon
  readonly counts?: 'approvals'
}

const home: NavItem = { path: '', label: 'Home', icon: House }
const approvals: NavItem = { path: 'approvals', label: 'Approvals', icon: Inbox, counts: 'approvals' }
const runs: NavItem = { path: 'runs', label: 'Runs', icon: Play }
const practice: NavItem = { path: 'practice', label: 'Practice', icon: FlaskConical }

/** Every page of a workspace, in the order of the navigation. */
export function navItems(inPractice: boolean): readonly NavItem[] {
  return [
    home,
    { path: 'workflows', label: 'Workflows', icon: Workflow },
    runs,
    approvals,
    { path: 'catalog', label: 'Catalog', icon: Library },
    { path: 'connections', label: 'Connections', icon: Plug },
    ...(inPractice ? [practice] : []),
    { path: 'settings', label: 'Settings', icon: Settings },
  ]
}

/** What a phone shows at the bottom; the rest is behind "More". */
export const bottomItems: readonly NavItem[] = [home, approvals, runs]

/** Is the page at `pathname` this item's, or below it? */
export function isAt(pathname: string, link: string, path: string): boolean {
  return path === '' ? pathname === link : pathname === link || pathname.startsWith(`${link}/`)
}
