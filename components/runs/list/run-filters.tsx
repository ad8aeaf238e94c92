'use client'

import type { MemberView, Page } from '@/lib/policy/views/workspace-views'
import type { RunStatus } from '@/lib/workflow/views/run-view'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { useApi } from '../../api/use-api'
import { StatusIcon } from '../../marks/status-chip'
import { statusLooks } from '../../marks/status-looks'
import { SearchField } from '../../ui/search-field'
import { Select } from '../../ui/select'

export type RunFilters = { status: string; workflow: string; person: string; search: string }

const everything = 'any'
const runStatuses: readonly RunStatus[] = ['running', 'waiting', 'failed', 'succeeded', 'cancelled', 'queued']
const statuses = [
  { value: everything, label: 'Any state' },
  ...runStatuses.map((status) => ({
    value: status,
    label: statusLooks[status].label,
    icon: <StatusIcon status={status} hidden />,
  })),
]

type RunFiltersProps = { filters: RunFilters; onChange: (change: Partial<RunFilters>) => void }

/** The filters of the run list. What they hold lives in the address. */
export function RunFilterBar({ filters, onChange }: RunFiltersProps) {
  const workflows = useApi<Page<WorkflowSummary>>('/workflows')
  const members = useApi<Page<MemberView>>('/members')
  const pick = (key: keyof RunFilters) => (value: string) =>
    onChange({ [key]: value === everything ? '' : value })
  return (
    <div className="mb-4 grid grid-cols-2 gap-2 sm:flex">
      <SearchField
        label="Search runs"
        value={filters.search}
        onChange={pick('search')}
        className="col-span-2 sm:w-64"
      />
      <Select
        aria-label="State"
        value={filters.status || everything}
        onValueChange={pick('status')}
        options={statuses}
        className="sm:w-40"
      />
      <Select
        aria-label="Workflow"
        value={filters.workflow || everything}
        onValueChange={pick('workflow')}
        options={[
          { value: everything, label: 'Any workflow' },
          ...(workflows.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        className="sm:w-52"
      />
      <Select
        aria-label="Started by"
        value={filters.person || everything}
        onValueChange={pick('person')}
        options={[
          { value: everything, label: 'Anyone' },
          ...(members.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        className="col-span-2 sm:w-44"
      />
    </div>
  )
}
