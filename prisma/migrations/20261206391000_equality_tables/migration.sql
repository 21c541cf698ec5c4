-- CreateTable
CREATE TABLE "EqualityTables" (
    "setId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "erasures" INTEGER NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "counted" JSONB NOT NULL,
    "shown" JSONB NOT NULL,

    CONSTRAINT "EqualityTables_pkey" PRIMARY KEY ("setId")
);

-- CreateIndex
CREATE UNIQUE INDEX "EqualityTables_partnershipId_setId_key" ON "EqualityTables"("partnershipId", "setId");

-- AddForeignKey
ALTER TABLE "EqualityTables" ADD CONSTRAINT "EqualityTables_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
