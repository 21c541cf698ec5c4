-- AlterTable
ALTER TABLE "Consultation" ADD COLUMN     "responsesPublicAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ResponsesPublication" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "setId" TEXT NOT NULL,
    "whose" TEXT NOT NULL,
    "questions" TEXT[],
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnById" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" JSONB,

    CONSTRAINT "ResponsesPublication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicResponse" (
    "reference" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "withheldById" TEXT,
    "withheldAt" TIMESTAMPTZ(3),
    "withheldBecause" TEXT,

    CONSTRAINT "PublicResponse_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "PublicText" (
    "textId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "segments" JSONB NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "PublicText_pkey" PRIMARY KEY ("textId")
);

-- CreateIndex
CREATE UNIQUE INDEX "ResponsesPublication_consultationId_number_key" ON "ResponsesPublication"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PublicResponse_responseId_key" ON "PublicResponse"("responseId");

-- CreateIndex
CREATE INDEX "PublicResponse_consultationId_reference_idx" ON "PublicResponse"("consultationId", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "PublicResponse_partnershipId_responseId_key" ON "PublicResponse"("partnershipId", "responseId");

-- CreateIndex
CREATE INDEX "PublicText_search_idx" ON "PublicText" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "PublicText_partnershipId_textId_key" ON "PublicText"("partnershipId", "textId");

-- AddForeignKey
ALTER TABLE "ResponsesPublication" ADD CONSTRAINT "ResponsesPublication_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponsesPublication" ADD CONSTRAINT "ResponsesPublication_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicResponse" ADD CONSTRAINT "PublicResponse_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicText" ADD CONSTRAINT "PublicText_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Nobody publishes what they proposed, and what was taken back had been published.
ALTER TABLE "ResponsesPublication" ADD CONSTRAINT "ResponsesPublication_two_people" CHECK ("publishedById" IS NULL OR "publishedById" <> "proposedById");
ALTER TABLE "ResponsesPublication" ADD CONSTRAINT "ResponsesPublication_published_by_somebody" CHECK (("publishedAt" IS NULL) = ("publishedById" IS NULL));
ALTER TABLE "ResponsesPublication" ADD CONSTRAINT "ResponsesPublication_taken_back_after" CHECK ("withdrawnAt" IS NULL OR "publishedAt" IS NOT NULL);
