-- AlterTable
ALTER TABLE "RetentionRun" ADD COLUMN "electionId" TEXT;

-- CreateTable
CREATE TABLE "ElectionHold" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "placedById" TEXT NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" TEXT,

    CONSTRAINT "ElectionHold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedBallots" (
    "electionId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ballots" TEXT,
    "reserves" TEXT,

    CONSTRAINT "PublishedBallots_pkey" PRIMARY KEY ("electionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PublishedBallots_partnershipId_electionId_key" ON "PublishedBallots"("partnershipId", "electionId");

-- CreateIndex
CREATE INDEX "ElectionHold_electionId_liftedAt_idx" ON "ElectionHold"("electionId", "liftedAt");

-- AddForeignKey
ALTER TABLE "ElectionHold" ADD CONSTRAINT "ElectionHold_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedBallots" ADD CONSTRAINT "PublishedBallots_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published stays as it was.
CREATE TRIGGER published_ballots_never_change BEFORE UPDATE ON "PublishedBallots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
