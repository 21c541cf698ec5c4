-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "link" JSONB;

-- AlterTable
ALTER TABLE "Consultation" ADD COLUMN     "reportPublicAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReleasedFigures" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "sourceSubject" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "counted" JSONB NOT NULL,

    CONSTRAINT "ReleasedFigures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "placed" TEXT[],
    "makingId" TEXT,
    "makingSetId" TEXT,
    "askedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3),
    "step" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "madeId" TEXT,
    "madeSetId" TEXT,
    "madeAt" TIMESTAMPTZ(3),
    "shown" JSONB,
    "counted" JSONB,
    "hidden" JSONB,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("consultationId")
);

-- CreateTable
CREATE TABLE "ReportSection" (
    "consultationId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "words" JSONB NOT NULL DEFAULT '{}',
    "hiddenBecause" JSONB,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" TEXT NOT NULL,

    CONSTRAINT "ReportSection_pkey" PRIMARY KEY ("consultationId","key")
);

-- CreateTable
CREATE TABLE "ReportQuote" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "chosenAt" TIMESTAMPTZ(3) NOT NULL,
    "chosenById" TEXT NOT NULL,
    "takenOutAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReportQuote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportVersion" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "setNumber" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" JSONB,
    "differs" JSONB NOT NULL,
    "shown" JSONB NOT NULL,
    "sections" JSONB NOT NULL,

    CONSTRAINT "ReportVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportWithdrawal" (
    "versionId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "ReportWithdrawal_pkey" PRIMARY KEY ("versionId")
);

-- CreateIndex
CREATE INDEX "ReleasedFigures_consultationId_at_idx" ON "ReleasedFigures"("consultationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "ReleasedFigures_sourceSubject_sourceId_key" ON "ReleasedFigures"("sourceSubject", "sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_partnershipId_consultationId_key" ON "Report"("partnershipId", "consultationId");

-- CreateIndex
CREATE INDEX "ReportQuote_consultationId_questionId_place_idx" ON "ReportQuote"("consultationId", "questionId", "place");

-- CreateIndex
CREATE INDEX "ReportQuote_textId_idx" ON "ReportQuote"("textId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportVersion_partnershipId_id_key" ON "ReportVersion"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReportVersion_consultationId_number_key" ON "ReportVersion"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReportWithdrawal_partnershipId_versionId_key" ON "ReportWithdrawal"("partnershipId", "versionId");

-- AddForeignKey
ALTER TABLE "ReleasedFigures" ADD CONSTRAINT "ReleasedFigures_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSection" ADD CONSTRAINT "ReportSection_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Report"("partnershipId", "consultationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportQuote" ADD CONSTRAINT "ReportQuote_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Report"("partnershipId", "consultationId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportQuote" ADD CONSTRAINT "ReportQuote_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVersion" ADD CONSTRAINT "ReportVersion_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportWithdrawal" ADD CONSTRAINT "ReportWithdrawal_partnershipId_versionId_fkey" FOREIGN KEY ("partnershipId", "versionId") REFERENCES "ReportVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE "ReportQuote" ADD CONSTRAINT "ReportQuote_of_something" CHECK (start >= 0 AND "end" > start);
