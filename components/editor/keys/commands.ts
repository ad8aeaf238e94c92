import { enterLoop, leaveLoop } from '../commands/open-level'
import { openPalette, openPaletteAfter } from '../commands/open-palette'
import { deleteSelection, duplicateSelection, selectAll } from '../commands/selection-edits'
import { tidyLayout } from '../commands/tidy-layout'
import { redoEdit, undoEdit } from '../store/create-editor-store'
import type { Dialog } from '../store/editor-state'
import type { Command, CommandContext } from './command'
import { closeInspector, goTo, openInspector, startRename } from './node-keys'
import { showTidied } from './show-tidied'

const dialog =
  (name: Dialog) =>
  ({ store }: CommandContext) =>
    store.setState({ dialog: name })

/** Every key of the editor. */
export const commands: readonly Command[] = [
  { title: 'Add a step', group: 'Build', keys: ['N'], edits: true, run: ({ store }) => openPalette(store) },
  {
    title: 'Add a step after this one',
    group: 'Build',
    keys: ['A'],
    edits: true,
    run: ({ store }) => openPaletteAfter(store),
  },
  { title: 'Connect to another step', group: 'Build', keys: ['C'], edits: true, run: dialog('connect') },
  { title: 'Rename', group: 'Build', keys: ['F2'], edits: true, run: startRename },
  {
    title: 'Tidy the layout',
    group: 'Build',
    keys: ['Shift+L'],
    edits: true,
    run: ({ store, flow }) => {
      tidyLayout(store, (id) => {
        const { width, height } = flow.getNode(id)?.measured ?? {}
        return width && height ? { width, height } : undefined
      })
      requestAnimationFrame(() => showTidied({ store, flow }))
    },
  },
  { title: 'Undo', group: 'Edit', keys: ['Mod+Z'], edits: true, run: ({ store }) => undoEdit(store) },
  {
    title: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    edits: true,
    run: ({ store }) => redoEdit(store),
  },
  {
    title: 'Duplicate',
    group: 'Edit',
    keys: ['Mod+D'],
    edits: true,
    run: ({ store }) => duplicateSelection(store),
  },
  {
    title: 'Delete',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    edits: true,
    run: ({ store }) => deleteSelection(store),
  },
  {
    title: 'Select everything',
    group: 'Edit',
    keys: ['Mod+A'],
    edits: false,
    run: ({ store }) => selectAll(store),
  },
  { title: 'Open the panel of the step', group: 'Move', keys: ['Enter'], edits: false, run: openInspector },
  {
    title: 'Next step',
    group: 'Move',
    keys: ['ArrowRight'],
    edits: false,
    run: (context) => goTo(context, 'right'),
  },
  {
    title: 'Previous step',
    group: 'Move',
    keys: ['ArrowLeft'],
    edits: false,
    run: (context) => goTo(context, 'left'),
  },
  {
    title: 'Step above',
    group: 'Move',
    keys: ['ArrowUp'],
    edits: false,
    run: (context) => goTo(context, 'up'),
  },
  {
    title: 'Step below',
    group: 'Move',
    keys: ['ArrowDown'],
    edits: false,
    run: (context) => goTo(context, 'down'),
  },
  { title: 'Go into the loop', group: 'Move', keys: ['I'], edits: false, run: enterLoop },
  { title: 'Go out of the loop', group: 'Move', keys: ['O'], edits: false, run: leaveLoop },
  { title: 'Find a step', group: 'Move', keys: ['Mod+F'], edits: false, run: dialog('find') },
  {
    title: 'Full size',
    group: 'Move',
    keys: ['0'],
    edits: false,
    run: ({ flow }) => void flow.zoomTo(1, { duration: 180 }),
  },
  {
    title: 'Show everything',
    group: 'Move',
    keys: ['1'],
    edits: false,
    run: ({ flow }) => void flow.fitView({ padding: 0.08, maxZoom: 1, duration: 220 }),
  },
  {
    title: 'Close what is open',
    group: 'Move',
    keys: ['Escape'],
    edits: false,
    run: (context) => {
      if (context.store.getState().isInspectorOpen) closeInspector(context)
      else context.store.setState({ selectedNodes: new Set(), selectedEdges: new Set() })
    },
  },
  { title: 'Run', group: 'Run', keys: ['Mod+Enter'], edits: false, run: dialog('run') },
  { title: 'Publish', group: 'Run', keys: ['Shift+P'], edits: true, run: dialog('publish') },
  { title: 'List of keys', group: 'Run', keys: ['?'], edits: false, run: dialog('help') },
]

/** How a command's key is written in a tooltip. */
export function keyOf(title: string): string | undefined {
  return commands.find((command) => command.title === title)?.keys[0]
}
