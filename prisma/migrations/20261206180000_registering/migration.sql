-- Residents may put themselves on the roll of an election in which people vote.
ALTER TABLE "NetworkElection" ADD COLUMN "registering" TEXT NOT NULL DEFAULT 'officers';
ALTER TABLE "Voter" ADD COLUMN "declaredAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "VoterRegistration" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "post" TEXT,
    "language" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "linkHash" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "VoterRegistration_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "VoterRegistration_linkHash_key" ON "VoterRegistration"("linkHash");

-- CreateIndex
CREATE INDEX "VoterRegistration_electionId_email_idx" ON "VoterRegistration"("electionId", "email");

-- CreateIndex
CREATE INDEX "VoterRegistration_askedAt_idx" ON "VoterRegistration"("askedAt");

-- AddForeignKey
ALTER TABLE "VoterRegistration" ADD CONSTRAINT "VoterRegistration_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
