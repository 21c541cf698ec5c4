-- The election whose places were filled first, where this one fills those kept for whoever is missing then.
ALTER TABLE "NetworkElection" ADD COLUMN "firstStageId" TEXT;
