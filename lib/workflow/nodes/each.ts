import type { NodeOf } from '../document'
import { anyType, booleanType, listOf, numberType, objectOf, textType, type ValueType } from '../value-type'
import { lastStepOf } from './last-step-of'
import { itemOf } from './list'
import { type NodeKind, onlyOut, type TypeOfBinding } from './node-kind'

/** What stands in the place of an item that failed, when the loop goes on. */
const noted = objectOf({
  error: objectOf({ code: textType, message: textType, retryable: booleanType }),
})

export const each: NodeKind<'each'> = {
  title: 'For each',
  summary: 'Does the same steps for every item of a list, and gathers what they give.',
  icon: 'repeat',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: true,
  exitsOf: () => onlyOut,
  outputSchemaOf: (node, _catalogs, typeOf) => {
    const type = resultTypeOf(node, typeOf)
    return listOf(node.config.onError === 'stop' ? type : orNoted(type))
  },
  mapBindings: (node, map) => {
    const { config } = node
    return {
      ...node,
      config: {
        ...config,
        items: map.binding('config.items', config.items),
        ...(config.result ? { result: map.binding('config.result', config.result) } : {}),
      },
    }
  },
  body: {
    of: ({ config }) => config.body,
    put: (node, body) => ({ ...node, config: { ...node.config, body } }),
    title: 'For each item',
  },
  isInside: (field) => field.startsWith('config.result'),
  insideOf: ({ config }, typeOf) =>
    objectOf({
      item: { type: itemOf(typeOf(config.items)), title: 'Item' },
      index: { type: numberType, title: 'Place, from 0' },
    }),
}

/** What one round of a body gives: what the builder said, else what its last step gives. */
export function resultTypeOf(node: NodeOf<'each'> | NodeOf<'repeat'>, typeOf: TypeOfBinding): ValueType {
  const { result, body } = node.config
  if (result) return typeOf(result)
  const last = lastStepOf(body)
  return last ? typeOf({ from: last.id, path: [] }) : anyType
}

/** Either a result or a noted error: each of the fields may be missing. */
function orNoted(type: ValueType): ValueType {
  if (type.kind !== 'object') return anyType
  const fields = Object.entries({ ...type.fields, ...noted.fields }).map(([key, field]) => [
    key,
    { ...field, optional: true },
  ])
  return { kind: 'object', fields: Object.fromEntries(fields), open: type.open }
}
