'use client'

import Link from 'next/link'
import { useHere } from '@/components/api/workspace-context'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { getConnector } from '@/lib/connectors'
import { scopesFor } from '@/lib/connectors/derive/scopes-for'
import { oauthProviders } from '@/lib/connectors/oauth'
import { compareScopes } from '@/lib/connectors/oauth/compare-scopes'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { FieldFrame } from '../fields/field-frame'

/** What the action needs and the account was not granted, where consent was given in the browser. */
function missingScopes({ consent }: ConnectionView, action: string): readonly string[] {
  const product = getConnector(action)
  if (!consent || !product?.oauth) return []
  const needed = scopesFor(product, [action])
  return compareScopes(oauthProviders[product.oauth], { granted: consent.granted, needed }).missing
}

type AccountFieldProps = {
  nodeId: string
  path: string
  /** The action whose product the account belongs to. */
  action: string
  connection: string | undefined
  onChange: (connection: string | undefined) => void
}

const noAccount = 'none'

/** The account that a call is made with. */
export function AccountField({ nodeId, path, action, connection, onChange }: AccountFieldProps) {
  const { workspace } = useHere()
  const { connections, workflowId } = useEditorFacts()
  const product = getConnector(action)
  if (!product) return null
  const mine = connections.filter((each) => each.connector === product.id)
  const isOptional = product.connection === 'optional'
  const isGone = connection !== undefined && !mine.some((each) => each.id === connection)
  const chosen = mine.find((each) => each.id === connection)
  const missing = chosen ? missingScopes(chosen, action) : []
  const place = `/w/${workspace.slug}/connections`
  const href =
    chosen && missing.length > 0
      ? `${place}/${chosen.id}`
      : `${place}?new=${product.id}${workflowId ? `&workflow=${workflowId}` : ''}`
  return (
    <FieldFrame
      nodeId={nodeId}
      field={path}
      label={`${product.title} account`}
      required={!isOptional}
      help={
        isGone
          ? 'The account that was chosen is gone. Choose another.'
          : missing.length > 0
            ? `This step needs ${missing.join(', ')}, which was not granted yet.`
            : undefined
      }
      aside={
        <Button asChild variant="link" size="sm" className="text-xs">
          <Link href={href} target="_blank" rel="noopener">
            {missing.length > 0 ? 'Grant it' : `Connect ${mine.length > 0 ? 'another' : product.title}`}
          </Link>
        </Button>
      }
    >
      {({ describedBy, isInvalid }) => (
        <Select
          aria-label={`${product.title} account`}
          aria-describedby={describedBy}
          aria-invalid={isInvalid || undefined}
          value={isGone ? undefined : (connection ?? (isOptional ? noAccount : undefined))}
          onValueChange={(value) => onChange(value === noAccount ? undefined : value)}
          placeholder={mine.length > 0 ? 'Choose an account' : 'No account yet'}
          options={[
            ...(isOptional ? [{ value: noAccount, label: 'No account' }] : []),
            ...mine.map((each) => ({
              value: each.id,
              label: each.name,
              hint: [
                each.simulated ? 'Practice' : each.account,
                each.status === 'reconnect' ? 'reconnect it' : '',
              ]
                .filter(Boolean)
                .join(', '),
            })),
          ]}
        />
      )}
    </FieldFrame>
  )
}
