CREATE TABLE "awaited_calls" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"run_id" text NOT NULL,
	"step_path" text NOT NULL,
	"token" text NOT NULL,
	"deadline" timestamp (3) with time zone,
	"body" json,
	"called_at" timestamp (3) with time zone,
	"taken_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "awaited_calls_token_unique" UNIQUE("token")
);
--> statement-breakpoint
DROP INDEX "runs_undispatched";--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "rate_calls" integer;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "rate_seconds" integer;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "window_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "window_calls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "held_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "admitted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "cancel_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "place_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "missed" text DEFAULT 'once' NOT NULL;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "secret" "bytea";--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "former_secret" "bytea";--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "secret_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "listening_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "sample" json;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "sample_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "window_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "triggers" ADD COLUMN "window_calls" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "runs_at_once" integer;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "when_full" text DEFAULT 'queue' NOT NULL;--> statement-breakpoint
ALTER TABLE "awaited_calls" ADD CONSTRAINT "awaited_calls_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "awaited_calls_step" ON "awaited_calls" USING btree ("run_id","step_path");--> statement-breakpoint
CREATE INDEX "awaited_calls_untaken" ON "awaited_calls" USING btree ("called_at") WHERE "awaited_calls"."called_at" is not null and "awaited_calls"."taken_at" is null;--> statement-breakpoint
CREATE INDEX "runs_queue" ON "runs" USING btree ("workspace_id","workflow_id","priority" DESC NULLS FIRST,"created_at","id") WHERE "runs"."admitted_at" is null and "runs"."status" = 'queued';--> statement-breakpoint
CREATE INDEX "runs_under_way" ON "runs" USING btree ("workspace_id","status") WHERE "runs"."admitted_at" is not null and "runs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "runs_of_workflow_under_way" ON "runs" USING btree ("workflow_id") WHERE "runs"."admitted_at" is not null and "runs"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "runs_cancel_untold" ON "runs" USING btree ("cancel_requested_at") WHERE "runs"."cancel_requested_at" is not null and "runs"."cancel_told_at" is null;--> statement-breakpoint
CREATE INDEX "runs_undispatched" ON "runs" USING btree ("admitted_at") WHERE "runs"."dispatched_at" is null and "runs"."status" = 'queued';--> statement-breakpoint
UPDATE "runs" SET "admitted_at" = coalesce("dispatched_at", "created_at") WHERE "ended_at" IS NULL;--> statement-breakpoint
UPDATE "runs" SET "cancel_told_at" = "cancel_requested_at" WHERE "cancel_requested_at" IS NOT NULL;
