/** The site’s one workflow: from every status to every other, as a team’s own project has it. */
export const statuses = [
  { id: '10000', name: 'To Do', transition: '11', category: { id: 2, key: 'new', name: 'To Do' } },
  {
    id: '10001',
    name: 'In Progress',
    transition: '21',
    category: { id: 4, key: 'indeterminate', name: 'In Progress' },
  },
  {
    id: '10002',
    name: 'In Review',
    transition: '31',
    category: { id: 4, key: 'indeterminate', name: 'In Progress' },
  },
  { id: '10003', name: 'Done', transition: '41', category: { id: 3, key: 'done', name: 'Done' } },
] as const

export const issueTypes = [
  { id: '10100', name: 'Task', description: 'A small, distinct piece of work.' },
  { id: '10101', name: 'Bug', description: 'A problem or error.' },
  { id: '10102', name: 'Story', description: 'Something that people wish to be able to do.' },
] as const

export const priorities = [
  { id: '1', name: 'Highest' },
  { id: '2', name: 'High' },
  { id: '3', name: 'Medium' },
  { id: '4', name: 'Low' },
  { id: '5', name: 'Lowest' },
] as const

export const linkTypes = [
  { id: '10200', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' },
  { id: '10201', name: 'Duplicate', inward: 'is duplicated by', outward: 'duplicates' },
  { id: '10202', name: 'Relates', inward: 'relates to', outward: 'relates to' },
] as const

type Named = { readonly id: string; readonly name: string }

/** By id, or by name in any case. */
export function named<Thing extends Named>(
  things: readonly Thing[],
  wanted: { readonly id?: string | undefined; readonly name?: string | undefined } | null | undefined,
): Thing | undefined {
  if (!wanted) return undefined
  const { id, name } = wanted
  return things.find((each) =>
    id === undefined ? each.name.toLowerCase() === name?.toLowerCase() : each.id === id,
  )
}
