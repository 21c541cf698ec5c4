-- The retention clock: what it deleted, what holds it, and equality answers added up before they go.
ALTER TABLE "Consultation" ADD COLUMN "answersErasedAt" TIMESTAMPTZ(3);

CREATE TABLE "EqualityTally" (
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "responses" INTEGER NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EqualityTally_pkey" PRIMARY KEY ("consultationId")
);
CREATE UNIQUE INDEX "EqualityTally_partnershipId_consultationId_key" ON "EqualityTally"("partnershipId", "consultationId");
ALTER TABLE "EqualityTally" ADD CONSTRAINT "EqualityTally_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "RetentionHold" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "placedById" TEXT NOT NULL,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedById" TEXT,

    CONSTRAINT "RetentionHold_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RetentionHold_consultationId_liftedAt_idx" ON "RetentionHold"("consultationId", "liftedAt");
ALTER TABLE "RetentionHold" ADD CONSTRAINT "RetentionHold_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "RetentionRun" (
    "id" BIGSERIAL NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,
    "rule" TEXT NOT NULL,
    "partnershipId" TEXT,
    "consultationId" TEXT,
    "erased" INTEGER NOT NULL,

    CONSTRAINT "RetentionRun_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "RetentionRun_partnershipId_id_idx" ON "RetentionRun"("partnershipId", "id");
CREATE INDEX "RetentionRun_rule_id_idx" ON "RetentionRun"("rule", "id");
