import type { WorkflowDocument } from '@/lib/workflow/document'
import type { EditorStore } from './create-editor-store'

/** What the server said to a save. Anything thrown counts as not reached: it is tried again. */
export type SaveAnswer =
  | { readonly outcome: 'saved'; readonly revision: number }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'refused'; readonly message: string }

export type Put = (draft: {
  readonly document: WorkflowDocument
  readonly revision: number
}) => Promise<SaveAnswer>

const quietMs = 800
const retryMs = [2_000, 4_000, 8_000, 15_000]

export type Autosave = {
  /** Saves what is waiting now. Resolves when the server has it, or said no. */
  flush(): Promise<void>
  /** Goes on after a conflict was settled: what is here is sent. */
  resume(): void
  /** Takes what the server holds as saved, so that only a change from it is sent. */
  adopt(document: WorkflowDocument, revision: number): void
  stop(): void
}

/**
 * Keeps the server's draft in step with the store: a moment after the last edit, one save at a time, again and again
 * while the server cannot be reached. Nothing is dropped: what was edited during a save goes with the next one.
 */
export function createAutosave(store: EditorStore, put: Put): Autosave {
  let saved = store.getState().whole
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0

  function later(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  async function send(): Promise<void> {
    const { whole: document, revision } = store.getState()
    store.setState({ save: { status: 'saving' } })
    try {
      const answer = await put({ document, revision })
      failures = 0
      if (answer.outcome === 'conflict') return store.setState({ save: { status: 'conflict' } })
      if (answer.outcome === 'refused') {
        return store.setState({ save: { status: 'refused', message: answer.message } })
      }
      saved = document
      const isCurrent = store.getState().whole === document
      store.setState({
        revision: answer.revision,
        save: isCurrent ? { status: 'saved', at: Date.now() } : { status: 'waiting' },
      })
      if (!isCurrent) later(quietMs)
    } catch {
      store.setState({ save: { status: 'offline' } })
      later(retryMs[Math.min(failures, retryMs.length - 1)] ?? 15_000)
      failures += 1
    }
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    while (running) await running
    const { whole: document, save } = store.getState()
    if (document === saved || save.status === 'conflict') return
    running = send().finally(() => {
      running = undefined
    })
    await running
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.whole === before.whole || state.readOnly) return
    if (state.save.status === 'conflict') return
    if (state.whole === saved && !running) {
      clearTimeout(timer)
      return store.setState({ save: { status: 'saved', at: Date.now() } })
    }
    if (state.save.status !== 'saving' && state.save.status !== 'offline') {
      store.setState({ save: { status: 'waiting' } })
    }
    if (state.save.status !== 'offline') later(quietMs)
  })

  return {
    flush,
    adopt(document, revision) {
      clearTimeout(timer)
      saved = document
      store.setState({ revision, save: { status: 'saved', at: Date.now() } })
    },
    resume() {
      store.setState({ save: { status: 'waiting' } })
      void flush()
    },
    stop() {
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
