import { numberType, objectOf } from '../value-type'
import { resultTypeOf } from './each'
import { mapCondition } from './map-condition'
import { type NodeKind, onlyOut } from './node-kind'

export const repeat: NodeKind<'repeat'> = {
  title: 'Repeat until',
  summary: 'Does the same steps again until a condition holds, so many times at most.',
  icon: 'refresh-cw',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: true,
  exitsOf: () => onlyOut,
  outputSchemaOf: (node, _catalogs, typeOf) => resultTypeOf(node, typeOf),
  mapBindings: (node, map) => {
    const { config } = node
    return {
      ...node,
      config: {
        ...config,
        until: mapCondition('config.until', config.until, map),
        ...(config.result ? { result: map.binding('config.result', config.result) } : {}),
      },
    }
  },
  body: {
    of: ({ config }) => config.body,
    put: (node, body) => ({ ...node, config: { ...node.config, body } }),
    title: 'Again and again',
  },
  isInside: () => true,
  insideOf: (node, typeOf) =>
    objectOf({
      index: { type: numberType, title: 'Round, from 0' },
      last: { type: resultTypeOf(node, typeOf), title: 'What the round before gave', optional: true },
    }),
}
