-- What counted responses chose, kept narrow so that a table of one question by another reads little. It fills as responses
-- are counted; tallies laid out before it are made again by the job that counts, each within a minute or so.
CREATE TABLE "CountedResponse" (
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "respondentType" TEXT NOT NULL,
    "closed" JSONB NOT NULL,
    "worded" TEXT[],

    CONSTRAINT "CountedResponse_pkey" PRIMARY KEY ("responseId")
);

CREATE INDEX "CountedResponse_consultationId_receivedAt_responseId_idx" ON "CountedResponse"("consultationId", "receivedAt", "responseId");

ALTER TABLE "CountedResponse" ADD CONSTRAINT "CountedResponse_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Tally" ADD COLUMN "layout" INTEGER NOT NULL DEFAULT 1;
