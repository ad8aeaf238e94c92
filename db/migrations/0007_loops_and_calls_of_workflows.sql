CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"run_id" text NOT NULL,
	"step_path" text NOT NULL,
	"round" integer NOT NULL,
	"error" jsonb NOT NULL,
	"choices" text[] NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"taken_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "parent_run_id" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "parent_path" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "parent_round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "depth" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "steps" ADD COLUMN "won_by" text;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "questions_step" ON "questions" USING btree ("run_id","step_path","round");--> statement-breakpoint
CREATE INDEX "questions_untaken" ON "questions" USING btree ("answered_at") WHERE "questions"."answered_at" is not null and "questions"."taken_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "runs_called" ON "runs" USING btree ("parent_run_id","parent_path","parent_round");--> statement-breakpoint
CREATE INDEX "steps_parts" ON "steps" USING btree ("run_id","parent");