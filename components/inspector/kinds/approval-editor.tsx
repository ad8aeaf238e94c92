'use client'

import { X } from 'lucide-react'
import { approverName } from '@/components/canvas/card/approvers'
import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorFacts } from '@/components/editor/editor-facts'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Avatar } from '@/components/ui/avatar'
import { Combobox } from '@/components/ui/combobox'
import { IconButton } from '@/components/ui/icon-button'
import { NumberInput } from '@/components/ui/number-input'
import { approverSchema, type NodeOf } from '@/lib/workflow/document'
import { DurationControl } from '../fields/duration-control'
import { FieldFrame } from '../fields/field-frame'
import { TextBindingField } from '../fields/text-binding-field'
import { Section } from '../sections/section'

type Config = NodeOf<'approval'>['config']

const approverRoles = ['operator', 'builder', 'admin', 'owner'] as const

export function ApprovalEditor({ node }: { node: NodeOf<'approval'> }) {
  const store = useEditorStore()
  const { members } = useEditorFacts()
  const { config } = node
  const put = (part: Partial<Config>, key?: string) =>
    replaceNode(store, { ...node, config: { ...config, ...part } }, key)
  const keys = new Set(config.approvers.map((approver) => JSON.stringify(approver)))
  const offered = [
    ...approverRoles.map((role) => ({ role })),
    ...members
      .filter((member) => !member.disabled && member.role !== 'viewer')
      .map(({ id }) => ({ member: id })),
  ].filter((approver) => !keys.has(JSON.stringify(approver)))
  return (
    <>
      <Section title="Who decides">
        <FieldFrame nodeId={node.id} field="config.approvers" label="Approvers">
          {({ describedBy, isInvalid }) => (
            <div className="flex flex-col gap-1.5">
              <ul className="flex flex-col gap-1">
                {config.approvers.map((approver) => {
                  const name = approverName(approver, members)
                  return (
                    <li
                      key={name}
                      className="flex h-control items-center gap-2 rounded-control bg-sunken pr-1 pl-2.5"
                    >
                      {'member' in approver ? <Avatar name={name} className="size-5" /> : null}
                      <span className="min-w-0 flex-1 truncate">{name}</span>
                      <IconButton
                        label={`Remove ${name}`}
                        size="sm"
                        onClick={() =>
                          put({ approvers: config.approvers.filter((other) => other !== approver) })
                        }
                      >
                        <X />
                      </IconButton>
                    </li>
                  )
                })}
              </ul>
              <Combobox
                aria-label="Add an approver"
                aria-describedby={describedBy}
                aria-invalid={isInvalid || undefined}
                value={null}
                placeholder="Add a person or a role"
                options={offered.map((approver) => ({
                  value: JSON.stringify(approver),
                  label: approverName(approver, members),
                }))}
                onValueChange={(value) => {
                  const approver = approverSchema.safeParse(JSON.parse(value))
                  if (approver.success) put({ approvers: [...config.approvers, approver.data] })
                }}
              />
            </div>
          )}
        </FieldFrame>
        <FieldFrame nodeId={node.id} field="config.quorum" label="How many must approve">
          {({ describedBy, isInvalid }) => (
            <NumberInput
              from={1}
              to={50}
              aria-label="How many must approve"
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
              className="w-24"
              value={config.quorum}
              onChange={(quorum) => put({ quorum }, 'config.quorum')}
            />
          )}
        </FieldFrame>
      </Section>
      <Section title="What they see">
        <TextBindingField
          nodeId={node.id}
          path="config.message"
          label="Message"
          required={false}
          help="Above what exactly will happen, which they always see."
          value={config.message}
          onChange={(message) => put({ message }, 'config.message')}
        />
        <FieldFrame
          nodeId={node.id}
          field="config.deadline"
          label="Deadline"
          required={false}
          help="After it, the run goes out of “Expired”."
        >
          {({ describedBy }) => (
            <DurationControl
              label="Deadline"
              value={config.deadline}
              describedBy={describedBy}
              onChange={(deadline) => {
                const { deadline: _old, ...rest } = config
                replaceNode(
                  store,
                  { ...node, config: deadline ? { ...rest, deadline } : rest },
                  'config.deadline',
                )
              }}
            />
          )}
        </FieldFrame>
      </Section>
    </>
  )
}
