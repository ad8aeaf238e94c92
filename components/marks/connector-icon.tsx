import {
  Bot,
  Box,
  Braces,
  CalendarClock,
  CircleStop,
  CornerDownRight,
  Database,
  Globe,
  Hourglass,
  ListFilter,
  type LucideIcon,
  RefreshCw,
  Repeat,
  Reply,
  Split,
  Stamp,
  StickyNote,
  TextCursorInput,
  Webhook,
  Workflow,
} from 'lucide-react'
import type { ComponentType, SVGProps } from 'react'
import { cn } from '../ui/cn'
import { GitHubGlyph, GoogleGlyph, JiraGlyph, SlackGlyph } from './connector-glyphs'

type Glyph = LucideIcon | ComponentType<SVGProps<SVGSVGElement>>

/** Products by connector id, and our own nodes by node type. */
const glyphs: Readonly<Record<string, Glyph>> = {
  github: GitHubGlyph,
  jira: JiraGlyph,
  slack: SlackGlyph,
  google: GoogleGlyph,
  http: Globe,
  postgres: Database,
  agent: Bot,
  'agent.turn': Bot,
  approval: Stamp,
  condition: Split,
  set: Braces,
  list: ListFilter,
  each: Repeat,
  repeat: RefreshCw,
  workflow: Workflow,
  wait: Hourglass,
  respond: Reply,
  stop: CircleStop,
  note: StickyNote,
  'trigger.form': TextCursorInput,
  'trigger.schedule': CalendarClock,
  'trigger.webhook': Webhook,
  'trigger.workflow': CornerDownRight,
}

/** The icon's name for a node or step: the connector of an action, else the node's own type. */
export function iconOf(type: string, action?: string | null): string {
  return action ? (action.split('.')[0] ?? type) : type
}

/** Decorative: the name stands beside it. */
export function ConnectorIcon({ name, className }: { name: string; className?: string }) {
  const Icon = glyphs[name] ?? Box
  return <Icon aria-hidden className={cn('size-4 shrink-0', className)} />
}

/** The icon in a small tile, as node cards, run lines and lists show it. */
export function ConnectorTile({ name, className }: { name: string; className?: string }) {
  return (
    <span
      className={cn(
        'inline-flex size-7 shrink-0 items-center justify-center rounded-control border border-line bg-surface text-text',
        className,
      )}
    >
      <ConnectorIcon name={name} />
    </span>
  )
}
