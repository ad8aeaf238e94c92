import type { WorkflowDocument } from '@/lib/workflow/document'
import { workflow } from './workflow'

/**
 * A document from a picture of its graph. Each line of the picture is a chain; `-exit->` names the exit, `->` is `out`:
 *
 *     start -> a -> join
 *     start -> b -> join
 *     join -error-> mend
 *
 * The first letters of an id say what the node is: `start…` a form, `if…` a condition with the exits that the picture
 * uses, `ask…` an approval, `set…` a set, `stop…` a stop, all else an action. A `!` after an id gives it an error
 * exit, a `~` lets it go on after a failure, a `x` in brackets disables it: `a[x]`.
 */
export function picture(text: string): WorkflowDocument {
  const nodes = new Map<string, { exits: Set<string>; mark: string }>()
  const edges: { from: string; exit: string; to: string }[] = []
  for (const line of text.split('\n')) {
    const [first, ...rest] = line.trim().split(/\s+(?=-)/)
    let from = first ? seen(first) : undefined
    for (const piece of rest) {
      const [, exit = '', to = ''] = /^-(?:(\w+)-)?>\s+(\S+)$/.exec(piece) ?? []
      const target = seen(to)
      if (from) edges.push({ from, exit: exit || 'out', to: target })
      if (from && exit) nodes.get(from)?.exits.add(exit)
      from = target
    }
  }

  function seen(word: string): string {
    const [, id = word, mark = ''] = /^(\w+)(\W.*)?$/.exec(word) ?? []
    const known = nodes.get(id) ?? { exits: new Set(), mark: '' }
    nodes.set(id, { ...known, mark: known.mark || mark })
    return id
  }

  let builder = workflow()
  for (const [id, { exits, mark }] of nodes) {
    const extras = {
      ...(mark === '!'
        ? { settings: { onError: 'exit' as const } }
        : mark === '~'
          ? { settings: { onError: 'continue' as const } }
          : {}),
      ...(mark === '[x]' ? { disabled: true } : {}),
    }
    if (id.startsWith('start')) builder = builder.form(id, [], extras)
    else if (id.startsWith('ask')) builder = builder.approval(id, {}, extras)
    else if (id.startsWith('set')) builder = builder.set(id, {}, extras)
    else if (id.startsWith('stop')) builder = builder.stop(id)
    else if (id.startsWith('if')) {
      const [otherwise = 'otherwise', ...named] = [...exits].toReversed()
      const branches = Object.fromEntries(
        named.toReversed().map((exit) => [exit, { cel: `start.go == '${exit}'` }]),
      )
      builder = builder.condition(id, branches, otherwise, extras)
    } else builder = builder.action(id, 'test.thing.do', {}, extras)
  }
  return edges.reduce((built, { from, exit, to }) => built.edge(from, to, exit), builder).document()
}
