-- CreateTable
CREATE TABLE "SetColumns" (
    "setId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "erasures" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "SetColumns_pkey" PRIMARY KEY ("setId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SetColumns_partnershipId_setId_key" ON "SetColumns"("partnershipId", "setId");

-- AddForeignKey
ALTER TABLE "SetColumns" ADD CONSTRAINT "SetColumns_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
