-- What would be published of a consultation's results, worked out by a job.
CREATE TABLE "ResultsPreview" (
    "consultationId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "step" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),
    "basis" JSONB NOT NULL,
    "shown" JSONB,
    "counted" JSONB,
    "hidden" JSONB,

    CONSTRAINT "ResultsPreview_pkey" PRIMARY KEY ("consultationId"),
    CONSTRAINT "ResultsPreview_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "ResultsPreview_id_key" ON "ResultsPreview"("id");

CREATE UNIQUE INDEX "ResultsPreview_partnershipId_consultationId_key" ON "ResultsPreview"("partnershipId", "consultationId");

CREATE INDEX "ResultsPreview_startedAt_idx" ON "ResultsPreview"("startedAt");
