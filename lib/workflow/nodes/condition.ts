import { objectOf } from '../value-type'
import { mapCondition } from './map-condition'
import type { NodeKind } from './node-kind'

export const condition: NodeKind<'condition'> = {
  title: 'Condition',
  summary: 'Takes the first branch whose condition holds.',
  icon: 'split',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: false,
  exitsOf: ({ config }) => {
    const branches = config.branches.map(({ exit, label }) => ({
      exit,
      label: label ?? exit.replaceAll('_', ' '),
    }))
    const isNamed = branches.some(({ exit }) => exit === config.otherwise)
    return isNamed ? branches : [...branches, { exit: config.otherwise, label: 'Otherwise' }]
  },
  outputSchemaOf: ({ config }) => {
    const choices = [...new Set([...config.branches.map(({ exit }) => exit), config.otherwise])]
    return objectOf({ exit: { type: { kind: 'text', choices }, title: 'Branch taken' } })
  },
  mapBindings: (node, map) => ({
    ...node,
    config: {
      ...node.config,
      branches: node.config.branches.map((branch, index) => ({
        ...branch,
        when: mapCondition(`config.branches.${index}.when`, branch.when, map),
      })),
    },
  }),
}
