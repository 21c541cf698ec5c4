-- Results that are published, question by question; what was published never changes.
ALTER TABLE "Consultation" ADD COLUMN "resultsPublishedAt" TIMESTAMPTZ(3);

CREATE TABLE "ResultsChoice" (
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "chosen" JSONB NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" TEXT NOT NULL,
    CONSTRAINT "ResultsChoice_pkey" PRIMARY KEY ("consultationId"),
    CONSTRAINT "ResultsChoice_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "ResultsChoice_partnershipId_consultationId_key" ON "ResultsChoice"("partnershipId", "consultationId");

CREATE TABLE "PublishedResults" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" TEXT NOT NULL,
    "reason" JSONB,
    "shown" JSONB NOT NULL,
    "counted" JSONB NOT NULL,
    CONSTRAINT "PublishedResults_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PublishedResults_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublishedResults_correction_has_reason" CHECK ("number" = 1 OR "reason" IS NOT NULL)
);

CREATE UNIQUE INDEX "PublishedResults_partnershipId_id_key" ON "PublishedResults"("partnershipId", "id");
CREATE UNIQUE INDEX "PublishedResults_consultationId_number_key" ON "PublishedResults"("consultationId", "number");

CREATE TRIGGER published_results_never_change BEFORE UPDATE ON "PublishedResults" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "ResultsWithdrawal" (
    "resultsId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    CONSTRAINT "ResultsWithdrawal_pkey" PRIMARY KEY ("resultsId"),
    CONSTRAINT "ResultsWithdrawal_partnershipId_resultsId_fkey" FOREIGN KEY ("partnershipId", "resultsId") REFERENCES "PublishedResults"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "ResultsWithdrawal_partnershipId_resultsId_key" ON "ResultsWithdrawal"("partnershipId", "resultsId");

CREATE TRIGGER results_withdrawal_never_changes BEFORE UPDATE ON "ResultsWithdrawal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
