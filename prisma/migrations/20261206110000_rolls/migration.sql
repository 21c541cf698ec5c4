-- AlterTable
ALTER TABLE "Voter" ADD COLUMN "addedReason" TEXT,
ADD COLUMN "linkHash" TEXT;

-- AlterTable
ALTER TABLE "VoterLetter" ADD COLUMN "reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN "returnedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE UNIQUE INDEX "Voter_linkHash_key" ON "Voter"("linkHash");
