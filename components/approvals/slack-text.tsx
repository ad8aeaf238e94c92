import { Fragment, type ReactNode } from 'react'

// Bold, italic, struck, code, and what stands in angle brackets, as Slack writes them.
const marks = /(\*[^*\n]+\*|_[^_\n]+_|~[^~\n]+~|`[^`\n]+`|<[^>\n]+>)/

/** A text as Slack will show it. Nothing in it becomes markup of ours, and no address in it can be followed from here. */
export function SlackText({ text }: { text: string }) {
  return text.split(marks).map((part, index) => {
    const key = `${index} ${part}`
    return <Fragment key={key}>{index % 2 === 0 ? part : drawn(part)}</Fragment>
  })
}

function drawn(part: string): ReactNode {
  const inside = part.slice(1, -1)
  if (part.startsWith('*')) return <strong className="font-semibold">{inside}</strong>
  if (part.startsWith('_')) return <em>{inside}</em>
  if (part.startsWith('~')) return <s>{inside}</s>
  if (part.startsWith('`'))
    return <code className="rounded-xs bg-sunken px-1 font-mono text-sm">{inside}</code>
  return <span className="text-accent">{linkWords(inside)}</span>
}

function linkWords(inside: string): string {
  const [target = '', label] = inside.split('|')
  if (target.startsWith('!')) return `@${label ?? target.slice(1)}`
  return label ?? target
}
