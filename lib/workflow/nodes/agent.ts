import { objectOf, textType } from '../value-type'
import { valueTypeOfFields } from '../value-type-of-fields'
import { mapRecord } from './map-record'
import { mapText } from './map-text'
import { type NodeKind, onlyOut } from './node-kind'

const freeText = objectOf({ text: { type: textType, title: 'Answer' } })

export const agent: NodeKind<'agent'> = {
  title: 'Agent',
  summary: 'Lets a model judge, write or look things up, with the tools you choose and no others.',
  icon: 'sparkles',
  isTrigger: false,
  runs: true,
  mayFail: true,
  mayAsk: true,
  exitsOf: () => onlyOut,
  // A model fills every field that does not call itself optional: the schema it answers by is strict.
  outputSchemaOf: (node) =>
    node.config.output.length > 0 ? valueTypeOfFields(node.config.output, 'required') : freeText,
  mapBindings: (node, map) => {
    const { config } = node
    return {
      ...node,
      config: {
        ...config,
        instructions: mapText('config.instructions', config.instructions, map),
        ...(config.input ? { input: map.binding('config.input', config.input) } : {}),
        tools: config.tools.map((tool, index) => ({
          ...tool,
          fields: mapRecord(tool.fields, (key, field) =>
            field.value
              ? { ...field, value: map.binding(`config.tools.${index}.fields.${key}.value`, field.value) }
              : field,
          ),
        })),
      },
    }
  },
}
