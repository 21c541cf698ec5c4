-- What is told of a result where very few vote, and what keeps the hash of a sealed file from being tried out.
ALTER TABLE "NetworkElection" ADD COLUMN "resultsDetail" TEXT NOT NULL DEFAULT 'counts';
ALTER TABLE "NetworkElection" ADD COLUMN "ballotSalt" TEXT;
