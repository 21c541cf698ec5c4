-- The life of a consultation: its steps, who may not approve it, what its launch is measured by, and days of voting.

ALTER TABLE "Consultation"
    ADD COLUMN "submittedAt" TIMESTAMPTZ(3),
    ADD COLUMN "submittedById" TEXT,
    ADD COLUMN "approvedAt" TIMESTAMPTZ(3),
    ADD COLUMN "approvedById" TEXT,
    ADD COLUMN "authorIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "pausedAt" TIMESTAMPTZ(3),
    ADD COLUMN "pausedUntil" TIMESTAMPTZ(3),
    ADD COLUMN "pauseReason" JSONB,
    ADD COLUMN "reportDraftedAt" TIMESTAMPTZ(3),
    ADD COLUMN "reportPublishedAt" TIMESTAMPTZ(3),
    ADD COLUMN "outcomePublishedAt" TIMESTAMPTZ(3),
    ADD COLUMN "archivedAt" TIMESTAMPTZ(3),
    ADD COLUMN "profile" TEXT,
    ADD COLUMN "minimumDays" INTEGER,
    ADD COLUMN "shorterTimeReason" JSONB,
    ADD COLUMN "electionReason" TEXT,
    ADD COLUMN "asksResidents" BOOLEAN NOT NULL DEFAULT true,
    ADD COLUMN "partialLanguages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "blockedLanguages" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "FormVersion"
    ADD COLUMN "authorIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "publishedById" TEXT;

CREATE TABLE "ConsultationStep" (
    "id" BIGSERIAL NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" JSONB,
    "note" TEXT,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ConsultationStep_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Election" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "noticeOn" DATE NOT NULL,
    "pollOn" DATE NOT NULL,

    CONSTRAINT "Election_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ConsultationStep_consultationId_id_idx" ON "ConsultationStep"("consultationId", "id");
CREATE INDEX "Election_partnershipId_pollOn_idx" ON "Election"("partnershipId", "pollOn");

ALTER TABLE "ConsultationStep" ADD CONSTRAINT "ConsultationStep_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Election" ADD CONSTRAINT "Election_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What must never break, kept by the database itself.

-- Steps are what happened: they are added to and nothing else.
CREATE TRIGGER step_is_append_only BEFORE UPDATE OR DELETE ON "ConsultationStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER step_is_never_emptied BEFORE TRUNCATE ON "ConsultationStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nobody approves their own.
ALTER TABLE "Consultation" ADD CONSTRAINT "nobody_approves_their_own" CHECK ("approvedById" <> ALL ("authorIds") AND "approvedById" <> "submittedById");
ALTER TABLE "FormVersion" ADD CONSTRAINT "nobody_publishes_their_own" CHECK ("publishedById" <> ALL ("authorIds"));
ALTER TABLE "Consultation" ADD CONSTRAINT "pause_ends_after_it_begins" CHECK ("pausedUntil" > "pausedAt");
ALTER TABLE "Election" ADD CONSTRAINT "poll_follows_its_notice" CHECK ("pollOn" > "noticeOn");

-- What was published before steps were kept, as far as it is known.
INSERT INTO "ConsultationStep" ("partnershipId", "consultationId", "kind", "at")
  SELECT "partnershipId", "id", 'publish', "publishedAt" FROM "Consultation" WHERE "publishedAt" IS NOT NULL;
INSERT INTO "ConsultationStep" ("partnershipId", "consultationId", "kind", "at")
  SELECT "partnershipId", "id", 'freeze', "frozenAt" FROM "Consultation" WHERE "frozenAt" IS NOT NULL;
