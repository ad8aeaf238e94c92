import { objectOf } from '../value-type'
import { type NodeKind, onlyOut } from './node-kind'

export const set: NodeKind<'set'> = {
  title: 'Set values',
  summary: 'Gives names to values, so that later steps can use them.',
  icon: 'tags',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: ({ config }, _catalogs, typeOf) =>
    objectOf(Object.fromEntries(config.fields.map(({ key, value }) => [key, { type: typeOf(value) }]))),
  mapBindings: (node, map) => ({
    ...node,
    config: {
      ...node.config,
      fields: node.config.fields.map((field, index) => ({
        ...field,
        value: map.binding(`config.fields.${index}.value`, field.value),
      })),
    },
  }),
}
