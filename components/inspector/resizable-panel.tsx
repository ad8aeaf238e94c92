'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'

const least = 320
const most = 640
const usual = 384
const stored = 'handrail.inspector.width'

function clamp(width: number): number {
  return Math.min(most, Math.max(least, Math.round(width)))
}

function firstWidth(): number {
  try {
    return clamp(Number(localStorage.getItem(stored)) || usual)
  } catch {
    return usual
  }
}

type ResizablePanelProps = { label: string; onClose: () => void; children: ReactNode }

/** A panel at the right whose width is the reader's choice, by pointer or arrow keys. On a phone it covers the page. */
export function ResizablePanel({ label, onClose, children }: ResizablePanelProps) {
  const [width, setWidth] = useState(firstWidth)
  const start = useRef<{ x: number; width: number } | null>(null)
  const keep = (next: number) => {
    const clamped = clamp(next)
    setWidth(clamped)
    try {
      localStorage.setItem(stored, String(clamped))
    } catch {
      // Not kept: the next visit starts with the usual width.
    }
  }
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) setWidth(clamp(start.current.width + start.current.x - event.clientX))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') keep(width + 24)
    if (event.key === 'ArrowRight') keep(width - 24)
  }
  return (
    <aside
      data-inspector
      aria-label={label}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="fixed inset-0 z-30 flex animate-slide-in flex-col bg-surface md:relative md:inset-auto md:z-auto max-md:w-full! md:shrink-0 md:border-line md:border-l"
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a splitter that is moved, not a rule between texts */}
      <div
        role="separator"
        tabIndex={0}
        aria-label="Width of the panel"
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={least}
        aria-valuemax={most}
        className="absolute inset-y-0 -left-1 z-10 hidden w-2 cursor-col-resize hover:bg-accent/30 focus-visible:bg-accent/40 focus-visible:outline-none md:block"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          start.current = { x: event.clientX, width }
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          start.current = null
          keep(width)
        }}
        onKeyDown={onKeyDown}
      />
      {children}
    </aside>
  )
}
