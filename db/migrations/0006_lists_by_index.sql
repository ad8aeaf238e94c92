DROP INDEX "audit_entries_workspace";--> statement-breakpoint
DROP INDEX "approvals_inbox";--> statement-breakpoint
DROP INDEX "effects_connection";--> statement-breakpoint
DROP INDEX "runs_newest";--> statement-breakpoint
DROP INDEX "runs_status";--> statement-breakpoint
DROP INDEX "runs_workflow";--> statement-breakpoint
DROP INDEX "runs_person";--> statement-breakpoint
DROP INDEX "templates_newest";--> statement-breakpoint
DROP INDEX "workflow_versions_workflow";--> statement-breakpoint
DROP INDEX "workflows_workspace";--> statement-breakpoint
CREATE INDEX "audit_entries_workspace" ON "audit_entries" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "approvals_inbox" ON "approvals" USING btree ("workspace_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "effects_connection" ON "effects" USING btree ("connection_id","intended_at","id");--> statement-breakpoint
CREATE INDEX "runs_newest" ON "runs" USING btree ("workspace_id","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_status" ON "runs" USING btree ("workspace_id","status","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_workflow" ON "runs" USING btree ("workflow_id","created_at","id");--> statement-breakpoint
CREATE INDEX "runs_person" ON "runs" USING btree ("workspace_id","started_by","created_at","id");--> statement-breakpoint
CREATE INDEX "templates_newest" ON "templates" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "workflow_versions_workflow" ON "workflow_versions" USING btree ("workflow_id","created_at");--> statement-breakpoint
CREATE INDEX "workflows_workspace" ON "workflows" USING btree ("workspace_id","updated_at","id");