-- An organisation may have several delegates in an election, each with a vote of their own.
ALTER TABLE "NetworkElection" ADD COLUMN "delegates" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Voter" ADD COLUMN "place" INTEGER;
ALTER TABLE "Voter" ADD COLUMN "namedAt" TIMESTAMPTZ(3);
