'use client'

import type { LucideIcon } from 'lucide-react'
import { FileJson, Library, Zap } from 'lucide-react'
import Link from 'next/link'
import { useLink } from '@/components/api/workspace-context'
import { Button } from '@/components/ui/button'
import { useEditorFacts } from '../editor-facts'
import { useEditor, useEditorStore } from '../store/editor-context'
import { insertSample } from './insert-sample'

/** What an empty canvas offers: a trigger, a template, a file, and one sample that runs at once. */
export function EmptyCanvas() {
  const store = useEditorStore()
  const link = useLink()
  const facts = useEditorFacts()
  const isEmpty = useEditor((state) => state.document.nodes.length === 0 && !state.readOnly)
  const isInside = useEditor((state) => state.inside.length > 0)
  const isPaletteDocked = useEditor((state) => state.isPaletteDocked)
  if (!isEmpty) return null
  if (isInside) {
    return (
      <div className="pointer-events-none absolute inset-x-4 top-1/3 z-10 text-center">
        <h2 className="text-xl">What is done each time?</h2>
        <p className="mx-auto mt-1 max-w-100 text-balance text-muted">
          The steps here run once for every item or round. They may use its data and that of the steps before
          the loop.
        </p>
        <Button
          variant="primary"
          data-first-step
          className="pointer-events-auto mt-4"
          onClick={() => store.setState({ palette: {} })}
        >
          Add the first step
        </Button>
      </div>
    )
  }
  // While rows can be dragged here, nothing stands in their way.
  if (isPaletteDocked) {
    return (
      <p className="pointer-events-none absolute inset-x-4 top-1/3 z-10 text-center text-muted">
        Drag a trigger here, or press one in the list.
      </p>
    )
  }
  return (
    <div className="pointer-events-none absolute inset-0 z-10 flex items-center justify-center overflow-y-auto p-4">
      <div className="pointer-events-auto w-full max-w-160 text-center">
        <h2 className="text-xl">How does it start?</h2>
        <p className="mx-auto mt-1 max-w-100 text-balance text-muted">
          A workflow starts from a trigger, and then does one step after the other.
        </p>
        <div className="mt-6 grid gap-3 sm:grid-cols-3">
          <Choice
            icon={Zap}
            title="Choose a trigger"
            text="A form, a schedule, or a call from outside."
            onPress={() => store.setState({ palette: { only: 'triggers' } })}
          />
          <Button asChild className={choiceLook}>
            <Link href={link('catalog')}>
              <ChoiceBody
                icon={Library}
                title="Start from a template"
                text="What others here have built and shared."
              />
            </Link>
          </Button>
          <Choice
            icon={FileJson}
            title="Import a file"
            text="A workflow that was exported before."
            onPress={() => store.setState({ dialog: 'import' })}
          />
        </div>
        <p className="mt-5 text-muted text-sm">
          New here?{' '}
          <Button variant="link" size="sm" className="text-sm" onClick={() => insertSample(store, facts)}>
            Put a small sample on the canvas
          </Button>{' '}
          and run it at once.
        </p>
      </div>
    </div>
  )
}

const choiceLook = 'h-auto flex-col items-start gap-2 whitespace-normal p-4 text-left font-normal'

type ChoiceProps = { icon: LucideIcon; title: string; text: string }

function Choice({ onPress, ...body }: ChoiceProps & { onPress: () => void }) {
  return (
    <Button className={choiceLook} onClick={onPress}>
      <ChoiceBody {...body} />
    </Button>
  )
}

function ChoiceBody({ icon: Icon, title, text }: ChoiceProps) {
  return (
    <>
      <Icon aria-hidden className="text-accent" />
      <span>
        <span className="block font-medium">{title}</span>
        <span className="mt-0.5 block text-muted text-sm">{text}</span>
      </span>
    </>
  )
}
