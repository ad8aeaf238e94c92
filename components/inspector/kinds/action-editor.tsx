'use client'

import { useCallback } from 'react'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Alert } from '@/components/ui/alert'
import { getAction } from '@/lib/connectors'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import type { Binding } from '@/lib/workflow/binding'
import type { NodeOf } from '@/lib/workflow/document'
import { BindingField } from '../fields/binding-field'
import { AccountField } from '../sections/account-section'
import { Section } from '../sections/section'

/** Account and fields of an action, made from its definition. */
export function ActionEditor({ node }: { node: NodeOf<'action'> }) {
  const store = useEditorStore()
  const action = getAction(node.action)
  const put = useCallback(
    (key: string, binding: Binding | undefined) => {
      const { [key]: _old, ...rest } = node.input
      replaceNode(store, { ...node, input: binding ? { ...rest, [key]: binding } : rest }, `input.${key}`)
    },
    [store, node],
  )
  if (!action) {
    return (
      <div className="p-4">
        <Alert tone="failed" title="This action is not known">
          “{node.action}” is not among the actions of this Handrail. Delete the step and add another.
        </Alert>
      </div>
    )
  }
  const fields = fieldsOf(action)
  return (
    <>
      <Section title="Account">
        <AccountField
          nodeId={node.id}
          path="connection"
          action={node.action}
          connection={node.connection}
          onChange={(connection) => {
            const { connection: _old, ...rest } = node
            replaceNode(store, connection ? { ...rest, connection } : rest)
          }}
        />
      </Section>
      {fields.length > 0 ? (
        <Section title="Fields">
          {fields.map((field) => (
            <BindingField
              key={field.key}
              nodeId={node.id}
              path={`input.${field.key}`}
              field={field}
              binding={node.input[field.key]}
              onChange={(binding) => put(field.key, binding)}
              connection={node.connection}
              siblings={node.input}
            />
          ))}
        </Section>
      ) : null}
    </>
  )
}
