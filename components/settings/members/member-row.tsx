'use client'

import { Ellipsis, KeyRound, UserCheck, UserMinus, UserX } from 'lucide-react'
import { useState } from 'react'
import type { MemberView } from '@/lib/policy/views/workspace-views'
import { useHere, useMay } from '../../api/workspace-context'
import { ConfirmDialog } from '../../ui/alert-dialog'
import { Avatar } from '../../ui/avatar'
import { Badge } from '../../ui/badge'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/dropdown-menu'
import { IconButton } from '../../ui/icon-button'
import { Select } from '../../ui/select'
import { LinkDialog } from '../link-dialog'
import { isRole, roleOptions, roleWords } from './role-words'
import { useMemberChanges } from './use-member-changes'

export function MemberRow({ member }: { member: MemberView }) {
  const { actor } = useHere()
  const mayManage = useMay('member.manage')
  const mayGrantOwner = useMay('member.grant_owner')
  const changes = useMemberChanges(member)
  const [removing, setRemoving] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const isMe = member.id === actor.userId
  const mayChange = mayManage && !isMe && (member.role !== 'owner' || mayGrantOwner)
  const roles = roleOptions.filter(({ value }) => value !== 'owner' || mayGrantOwner)
  return (
    <li className="flex items-center gap-3 px-3.5 py-2.5">
      <Avatar name={member.name} className="size-8" />
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2 font-medium">
          <span className="truncate">{member.name}</span>
          {isMe ? <Badge>you</Badge> : null}
          {member.disabled ? <Badge tone="failed">shut out</Badge> : null}
        </p>
        <p className="truncate text-muted text-sm">{member.email}</p>
      </div>
      {mayChange ? (
        <Select
          aria-label={`Role of ${member.name}`}
          value={member.role}
          onValueChange={(role) => isRole(role) && void changes.change({ role })}
          options={roles}
          className="w-32"
        />
      ) : (
        <span className="text-muted">{roleWords[member.role].label}</span>
      )}
      {mayChange ? (
        <Menu>
          <MenuTrigger asChild>
            <IconButton label={`More for ${member.name}`} size="sm">
              <Ellipsis />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem onSelect={() => void changes.makeResetLink().then(setLink)}>
              <KeyRound aria-hidden /> Make a reset link
            </MenuItem>
            <MenuItem onSelect={() => void changes.change({ disabled: !member.disabled })}>
              {member.disabled ? <UserCheck aria-hidden /> : <UserX aria-hidden />}
              {member.disabled ? 'Let in again' : 'Shut out'}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger onSelect={() => setRemoving(true)}>
              <UserMinus aria-hidden /> Remove…
            </MenuItem>
          </MenuContent>
        </Menu>
      ) : (
        <span className="w-7" />
      )}
      <ConfirmDialog
        open={removing}
        onOpenChange={setRemoving}
        title={`Remove ${member.name}?`}
        action="Remove member"
        busy={changes.busy}
        onConfirm={() => void changes.remove().then(() => setRemoving(false))}
      >
        They are out at once. What they made stays, and they can be invited again.
      </ConfirmDialog>
      <LinkDialog
        title={`Reset link for ${member.name}`}
        description="It sets a new password once, within a day. Give it to them yourself: it is not shown again."
        link={link}
        onClose={() => setLink(null)}
      />
    </li>
  )
}
