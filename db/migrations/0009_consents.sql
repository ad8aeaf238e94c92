CREATE TABLE "consents" (
	"state_hash" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"session_id" text NOT NULL,
	"connector" text NOT NULL,
	"provider" text NOT NULL,
	"connection_id" text,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"scopes" text[] NOT NULL,
	"verifier" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "granted_scopes" text[];--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "connection_id" text;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consents_expiry" ON "consents" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "questions_of_connection" ON "questions" USING btree ("connection_id") WHERE "questions"."connection_id" is not null and "questions"."answer" is null;