import type { RunView } from '@/lib/workflow/views/run-view'
import { Card, Section } from '../../ui/card'
import { ValueTree } from '../../values/value-tree'

/** What the run was given and what it gave back. */
export function RunResult({ run }: { run: RunView }) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Section title="What it was given">
        <Card className="p-4">
          <ValueTree value={run.input} openTo={3} />
        </Card>
      </Section>
      <Section title="What came of it">
        <Card className="p-4">
          {run.output === null ? (
            <p className="text-muted text-sm">Nothing yet, or nothing that the last steps gave back.</p>
          ) : (
            <ValueTree value={run.output} openTo={3} />
          )}
        </Card>
      </Section>
    </div>
  )
}
