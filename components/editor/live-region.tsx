'use client'

import { useEditor } from './store/editor-context'

/** Tells a screen reader what an edit did. The same words again are said again. */
export function LiveRegion() {
  const { text, count } = useEditor((state) => state.announcement)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      <span key={count}>{text}</span>
    </div>
  )
}
