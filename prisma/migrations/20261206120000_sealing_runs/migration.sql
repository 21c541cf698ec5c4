-- CreateTable
CREATE TABLE "SealingRun" (
    "electionId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "startedById" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "count" INTEGER,

    CONSTRAINT "SealingRun_pkey" PRIMARY KEY ("electionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SealingRun_partnershipId_electionId_key" ON "SealingRun"("partnershipId", "electionId");

-- AddForeignKey
ALTER TABLE "SealingRun" ADD CONSTRAINT "SealingRun_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
