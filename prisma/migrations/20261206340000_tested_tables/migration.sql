-- AlterTable
ALTER TABLE "AnalysisSet" ADD COLUMN     "erasures" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "TestedTable" (
    "setId" TEXT NOT NULL,
    "table" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "testedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TestedTable_pkey" PRIMARY KEY ("setId","table")
);

-- CreateTable
CREATE TABLE "SurveyDesign" (
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "isSample" BOOLEAN NOT NULL,
    "drawn" TEXT NOT NULL,
    "population" INTEGER,
    "setById" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyDesign_pkey" PRIMARY KEY ("consultationId")
);

-- CreateIndex
CREATE UNIQUE INDEX "SurveyDesign_partnershipId_consultationId_key" ON "SurveyDesign"("partnershipId", "consultationId");

-- AddForeignKey
ALTER TABLE "TestedTable" ADD CONSTRAINT "TestedTable_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyDesign" ADD CONSTRAINT "SurveyDesign_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
