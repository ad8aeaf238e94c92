'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCall } from '../api/use-api'
import { useHere, useMay } from '../api/workspace-context'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { toast } from '../ui/toast'
import { SettingsForm } from './settings-form'

export function GeneralSettings() {
  const { workspace } = useHere()
  const mayRename = useMay('workspace.rename')
  const router = useRouter()
  const { call, busy, error } = useCall()
  const [name, setName] = useState(workspace.name)
  const save = async () => {
    if (!(await call({ path: '/workspace', method: 'PATCH', body: { name: name.trim() } }))) return
    toast.done('The workspace has its new name.')
    router.refresh()
  }
  return (
    <SettingsForm
      label="Workspace"
      action="Save name"
      onSubmit={save}
      busy={busy}
      disabled={!mayRename || name.trim() === '' || name.trim() === workspace.name}
    >
      <Field
        label="Name"
        error={error}
        help={`Its address stays /w/${workspace.slug}, so that links keep working.`}
      >
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={80}
            disabled={!mayRename}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </SettingsForm>
  )
}
