-- What becomes of a letter that was not taken: when it is tried again, who is sending it, whether it is past sending.
ALTER TABLE "Letter"
  ADD COLUMN "nextAttemptAt" TIMESTAMPTZ(3),
  ADD COLUMN "sendingAt" TIMESTAMPTZ(3),
  ADD COLUMN "failedAt" TIMESTAMPTZ(3),
  ADD COLUMN "retriedAt" TIMESTAMPTZ(3),
  ADD COLUMN "givenUpAt" TIMESTAMPTZ(3);

-- The default comes after the columns, so that no letter that has gone is due; the few that wait are due now.
UPDATE "Letter" SET "nextAttemptAt" = CURRENT_TIMESTAMP WHERE "sentAt" IS NULL;
ALTER TABLE "Letter" ALTER COLUMN "nextAttemptAt" SET DEFAULT CURRENT_TIMESTAMP;

CREATE INDEX "Letter_nextAttemptAt_idx" ON "Letter"("nextAttemptAt");
CREATE INDEX "Letter_partnershipId_sentAt_id_idx" ON "Letter"("partnershipId", "sentAt", "id");
