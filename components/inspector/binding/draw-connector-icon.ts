import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { ConnectorIcon } from '@/components/marks/connector-icon'

const drawn = new Map<string, Element>()

/** An icon as a plain element, for where React does not draw: a copy of what it drew once. */
export function drawConnectorIcon(name: string): Node {
  const known = drawn.get(name)
  if (known) return known.cloneNode(true)
  const host = document.createElement('span')
  host.className = 'data-chip-icon'
  const root = createRoot(host)
  queueMicrotask(() => {
    flushSync(() => root.render(createElement(ConnectorIcon, { name, className: 'size-3' })))
    drawn.set(name, host)
  })
  return host
}
