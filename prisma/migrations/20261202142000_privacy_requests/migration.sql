-- What people ask about what is held of them, and until when it is due.
CREATE TABLE "PrivacyRequest" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileNumber" TEXT,
    "receivedOn" DATE NOT NULL,
    "extendedAt" TIMESTAMPTZ(3),
    "extensionReason" TEXT,
    "subject" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT NOT NULL,
    "decision" TEXT,
    "decisionReason" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "PrivacyRequest_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "PrivacyRequest_partnershipId_id_key" ON "PrivacyRequest"("partnershipId", "id");
CREATE INDEX "PrivacyRequest_partnershipId_decidedAt_receivedOn_id_idx" ON "PrivacyRequest"("partnershipId", "decidedAt", "receivedOn", "id");
ALTER TABLE "PrivacyRequest" ADD CONSTRAINT "PrivacyRequest_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
