ALTER TABLE "runner_jobs" ADD COLUMN "strikes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_jobs" ADD COLUMN "struck_at" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "runner_jobs_struck" ON "runner_jobs" USING btree ("strikes") WHERE "runner_jobs"."strikes" > 0;--> statement-breakpoint
CREATE INDEX "effects_connection" ON "effects" USING btree ("connection_id","intended_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_ended" ON "runs" USING btree ("workspace_id","ended_at") WHERE "runs"."ended_at" is not null;