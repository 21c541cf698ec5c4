-- What stands around a consultation's questions: documents replaced and dated, events, who to ask, notices by version, reach.
ALTER TABLE "Consultation"
  ADD COLUMN "contact" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "privacyVersion" TEXT,
  ADD COLUMN "disclosureVersion" TEXT,
  ADD COLUMN "publicity" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "ConsultationDocument"
  ADD COLUMN "addedAt" TIMESTAMPTZ(3),
  ADD COLUMN "updatedAt" TIMESTAMPTZ(3);

CREATE TABLE "EarlierDocument" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "EarlierDocument_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "EarlierDocument_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "ConsultationDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierDocument_partnershipId_fileId_fkey" FOREIGN KEY ("partnershipId", "fileId") REFERENCES "File"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "EarlierDocument_documentId_replacedAt_idx" ON "EarlierDocument"("documentId", "replacedAt");

CREATE TABLE "ConsultationEvent" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "about" JSONB NOT NULL DEFAULT '{}',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "venue" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,
    "link" TEXT,
    "access" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "booking" JSONB NOT NULL DEFAULT '{}',
    "cancelledAt" TIMESTAMPTZ(3),
    "attended" INTEGER,
    "heardBy" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ConsultationEvent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "an event ends after it starts" CHECK ("endsAt" > "startsAt"),
    CONSTRAINT "ConsultationEvent_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ConsultationEvent_consultationId_startsAt_idx" ON "ConsultationEvent"("consultationId", "startsAt");

CREATE TABLE "ConsultationChange" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "ConsultationChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ConsultationChange_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ConsultationChange_consultationId_at_idx" ON "ConsultationChange"("consultationId", "at");

CREATE TABLE "Notice" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT NOT NULL,
    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Notice_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Notice_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "Notice_partnershipId_kind_consultationId_number_idx" ON "Notice"("partnershipId", "kind", "consultationId", "number");

-- What people were told is told for good.
CREATE TRIGGER notice_never_changes BEFORE UPDATE OR DELETE ON "Notice" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "ReachEntry" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "reached" INTEGER NOT NULL,
    "reachedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" TEXT NOT NULL,
    CONSTRAINT "ReachEntry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "nobody is reached fewer than no times" CHECK ("reached" >= 0),
    CONSTRAINT "ReachEntry_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ReachEntry_consultationId_reachedOn_idx" ON "ReachEntry"("consultationId", "reachedOn");
