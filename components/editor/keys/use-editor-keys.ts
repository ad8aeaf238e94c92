'use client'

import { useReactFlow } from '@xyflow/react'
import { useEffect } from 'react'
import { copySelection, cutSelection, pasteText } from '../commands/clipboard'
import { useEditorStore } from '../store/editor-context'
import { commands } from './commands'
import { matchesKey } from './matches-key'

/** Keys belong to the editor unless something that takes them has the focus: a field, a menu, a dialog. */
function isTakenElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [cmdk-root]',
    ) !== null
  )
}

/** Enter and the arrows do what a focused control says; on the canvas they are the editor's. */
function isControl(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('button, a, [role="tab"], [role="button"], summary') !== null
  )
}

/** Answers the editor's keys anywhere on its page. Tab is never taken. */
export function useEditorKeys(): void {
  const store = useEditorStore()
  const flow = useReactFlow()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTakenElsewhere(event.target)) return
      const command = commands.find(({ keys }) => keys.some((key) => matchesKey(event, key)))
      if (!command) return
      const isPlain = /^(Enter|Arrow)/.test(command.keys[0])
      if (isPlain && isControl(event.target)) return
      const { readOnly, run } = store.getState()
      event.preventDefault()
      if (command.edits && (readOnly || run)) return
      command.run({ store, flow })
    }
    const withClipboard = (act: (data: DataTransfer | null) => boolean) => (event: ClipboardEvent) => {
      const hasText = (window.getSelection()?.toString() ?? '') !== ''
      if (isTakenElsewhere(event.target) || (event.type !== 'paste' && hasText)) return
      if (act(event.clipboardData)) event.preventDefault()
    }
    const onCopy = withClipboard((data) => copySelection(store, data))
    const onCut = withClipboard((data) => cutSelection(store, data))
    const onPaste = withClipboard((data) => pasteText(store, data?.getData('text/plain') ?? ''))
    window.addEventListener('keydown', onKeyDown)
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [store, flow])
}
