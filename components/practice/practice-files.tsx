'use client'

import { File, FileText, Folder, Sheet, Users } from 'lucide-react'
import type { PracticeDrive, PracticeFile } from '@/lib/workflow/views/practice-drive'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { Table, TableCell, TableHead, TableRow } from '../ui/table'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'

const icons = { folder: Folder, document: FileText, sheet: Sheet, file: File }
const names = { folder: 'Folder', document: 'Document', sheet: 'Spreadsheet', file: 'File' }

/** The simulated Drive: files with what stands in them. */
export function PracticeFiles({ drive }: { drive: PracticeDrive }) {
  return (
    <Card>
      <ul aria-label="Files" className="divide-y divide-line">
        {drive.files.map((file) => (
          <FileRow key={file.id} file={file} />
        ))}
        {drive.files.length === 0 ? <li className="px-4 py-3 text-muted">No files.</li> : null}
      </ul>
    </Card>
  )
}

function FileRow({ file }: { file: PracticeFile }) {
  const Icon = icons[file.kind]
  return (
    <li id={`file/${file.id}`} className="scroll-mt-16 target:bg-sunken">
      <details open={file.isOurs}>
        <summary className="flex flex-wrap items-center gap-2 px-4 py-2.5 hover:bg-sunken">
          <Icon className="size-4 text-muted" role="img" aria-label={names[file.kind]} />
          <span className="min-w-0 font-medium">{file.name}</span>
          <span className="text-muted text-sm">{file.folder}</span>
          {file.trashed ? <Badge tone="outline">in the trash</Badge> : null}
          {file.isOurs ? <ByWorkflow /> : null}
          <RelativeTime at={file.at} className="ml-auto text-muted text-xs" />
        </summary>
        <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-10">
          {file.sharedWith.length > 0 ? (
            <p className="flex items-center gap-1.5 text-sm">
              <Users className="size-3.5" aria-hidden /> Shared with {file.sharedWith.join(', ')}
            </p>
          ) : null}
          {file.text ? <p className="whitespace-pre-wrap break-words text-muted">{file.text}</p> : null}
          {file.tabs.map((tab) => (
            <Rows key={tab.title} tab={tab} />
          ))}
          {file.text === '' && file.tabs.length === 0 ? (
            <p className="text-muted">{file.kind === 'folder' ? 'A folder.' : 'Empty.'}</p>
          ) : null}
        </div>
      </details>
    </li>
  )
}

/** Rows and columns have no name but their place. */
function Rows({ tab: { title, rows } }: { tab: PracticeFile['tabs'][number] }) {
  const [headings = [], ...body] = rows
  const columns = Array.from({ length: Math.max(...rows.map(({ length }) => length), 0) }, (_, at) => at)
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium text-sm">{title}</h3>
      <Table>
        <thead>
          <TableRow>
            {columns.map((column) => (
              <TableHead key={column}>{headings[column] ?? ''}</TableHead>
            ))}
          </TableRow>
        </thead>
        <tbody>
          {body.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is named by its place alone.
            <TableRow key={at}>
              {columns.map((column) => (
                <TableCell key={column}>{row[column] ?? ''}</TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}
