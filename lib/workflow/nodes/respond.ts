import { numberType, objectOf, openObjectType } from '../value-type'
import { mapRecord } from './map-record'
import { mapText } from './map-text'
import { type NodeKind, onlyOut } from './node-kind'

export const respond: NodeKind<'respond'> = {
  title: 'Answer',
  summary: 'Answers whoever called the webhook and waits. The run may go on after that.',
  icon: 'reply',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: false,
  exitsOf: () => onlyOut,
  outputSchemaOf: ({ config }, _catalogs, typeOf) =>
    objectOf({
      status: { type: numberType, title: 'Status' },
      headers: { type: openObjectType, title: 'Headers' },
      body: { type: typeOf(config.body), title: 'Body' },
    }),
  mapBindings: (node, map) => {
    const { headers, body } = node.config
    return {
      ...node,
      config: {
        ...node.config,
        ...(headers
          ? { headers: mapRecord(headers, (name, value) => mapText(`config.headers.${name}`, value, map)) }
          : {}),
        body: map.binding('config.body', body),
      },
    }
  },
}
