-- CreateTable
CREATE TABLE "HustingsMeeting" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "venue" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,
    "link" TEXT,
    "access" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "record" JSONB NOT NULL DEFAULT '{}',
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledFor" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HustingsMeeting_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "HustingsMeeting_electionId_startsAt_idx" ON "HustingsMeeting"("electionId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "HustingsMeeting_partnershipId_id_key" ON "HustingsMeeting"("partnershipId", "id");

-- AddForeignKey
ALTER TABLE "HustingsMeeting" ADD CONSTRAINT "HustingsMeeting_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
