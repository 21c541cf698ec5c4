-- Flags: which texts are nearly the same, what was decided about each, and which responses a decision left out.
ALTER TABLE "ResponseLook" ADD COLUMN "sketch" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN "bands" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

ALTER TABLE "Flag" ADD COLUMN "decision" TEXT;

ALTER TABLE "FlaggedResponse" ADD COLUMN "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN "leftOut" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "FlagDecision" (
    "id" BIGSERIAL NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "flagId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT,
    "responses" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,

    CONSTRAINT "FlagDecision_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ResponseLook_bands_idx" ON "ResponseLook" USING GIN ("bands");

CREATE INDEX "FlagDecision_flagId_id_idx" ON "FlagDecision"("flagId", "id");

ALTER TABLE "FlagDecision" ADD CONSTRAINT "FlagDecision_partnershipId_flagId_fkey" FOREIGN KEY ("partnershipId", "flagId") REFERENCES "Flag"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
