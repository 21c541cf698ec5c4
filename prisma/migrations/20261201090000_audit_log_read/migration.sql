-- The audit log is read by person, by action and by date, newest first; a range of dates needs no more than a narrow index,
-- because entries lie in the order they were written.
CREATE INDEX "AuditEntry_partnershipId_personId_id_idx" ON "AuditEntry"("partnershipId", "personId", "id");
CREATE INDEX "AuditEntry_partnershipId_action_id_idx" ON "AuditEntry"("partnershipId", "action", "id");
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry" USING BRIN ("at");

CREATE TABLE "AuditCheck" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "entries" INTEGER NOT NULL,
    "passed" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),
    "found" JSONB,

    CONSTRAINT "AuditCheck_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "AuditCheck_startedAt_id_idx" ON "AuditCheck"("startedAt", "id");
