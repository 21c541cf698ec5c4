-- What was said of an action when it was done.
ALTER TABLE "MeetingAction" ADD COLUMN "note" JSONB NOT NULL DEFAULT '{}';
