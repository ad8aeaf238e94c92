import { typeAt } from '../type-at'
import { anyType, listOf, numberType, objectOf, type ValueType } from '../value-type'
import { mapCondition } from './map-condition'
import { type NodeKind, onlyOut } from './node-kind'

export const list: NodeKind<'list'> = {
  title: 'List',
  summary: 'Filters, sorts, shortens, groups or adds up a list, without code.',
  icon: 'list-filter',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: ({ config }, _catalogs, typeOf) => {
    const item = itemOf(typeOf(config.items))
    const group = objectOf({
      key: { type: config.group ? typeIn(item, config.group.by) : anyType, title: 'What they share' },
      items: { type: listOf(item), title: 'Items' },
      count: { type: numberType, title: 'How many' },
      ...(config.sum ? { sum: { type: numberType, title: 'Sum' } } : {}),
    })
    return objectOf({
      items: { type: listOf(item), title: 'Items' },
      count: { type: numberType, title: 'How many' },
      ...(config.group ? { groups: { type: listOf(group), title: 'Groups' } } : {}),
      ...(config.sum ? { sum: { type: numberType, title: 'Sum' } } : {}),
    })
  },
  mapBindings: (node, map) => {
    const { config } = node
    return {
      ...node,
      config: {
        ...config,
        items: map.binding('config.items', config.items),
        ...(config.filter ? { filter: mapCondition('config.filter', config.filter, map) } : {}),
      },
    }
  },
  isInside: (field) => field.startsWith('config.filter'),
  insideOf: ({ config }, typeOf) =>
    objectOf({
      item: { type: itemOf(typeOf(config.items)), title: 'Item' },
      index: { type: numberType, title: 'Place, from 0' },
    }),
}

/** What a list holds; of anything else, nothing is known. */
export function itemOf(type: ValueType): ValueType {
  return type.kind === 'list' ? type.item : anyType
}

function typeIn(item: ValueType, path: readonly (string | number)[]): ValueType {
  const at = typeAt(item, path)
  return at.found ? at.type : anyType
}
