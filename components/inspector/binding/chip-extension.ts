import { type Extension, StateEffect } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type ChipLook, ChipWidget } from './chip-widget'
import { type Reference, referencesIn } from './reference-text'

export type DescribeReference = (reference: Reference) => ChipLook

/** Says that what chips stand for has changed: a step was renamed, removed, or has run. */
export const chipsChanged = StateEffect.define<null>()

/**
 * Draws every plain reference of the text as a chip. The cursor passes it in one step, Backspace takes it whole, and
 * what is copied is the text under it.
 */
export function chips(describe: () => DescribeReference, drawIcon: (icon: string) => Node): Extension {
  function decorate(view: EditorView): DecorationSet {
    const text = view.state.doc.toString()
    return Decoration.set(
      referencesIn(text).map((reference) =>
        Decoration.replace({ widget: new ChipWidget(describe()(reference), drawIcon) }).range(
          reference.start,
          reference.end,
        ),
      ),
    )
  }
  const plugin = ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = decorate(view)
      }
      update(update: ViewUpdate) {
        const isAsked = update.transactions.some((each) =>
          each.effects.some((effect) => effect.is(chipsChanged)),
        )
        if (update.docChanged || isAsked) this.decorations = decorate(update.view)
      }
    },
    { decorations: (value) => value.decorations },
  )
  return [plugin, EditorView.atomicRanges.of((view) => view.plugin(plugin)?.decorations ?? Decoration.none)]
}
