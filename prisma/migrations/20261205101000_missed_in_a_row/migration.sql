-- After how many meetings missed in a row without an apology a body may say that a seat is free; none where it has no such rule.
ALTER TABLE "Body" ADD COLUMN "mostMissed" INTEGER DEFAULT 3;
ALTER TABLE "Body" ADD CONSTRAINT "Body_misses_more_than_one" CHECK ("mostMissed" BETWEEN 2 AND 12);
