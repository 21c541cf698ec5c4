-- Whom partnerships invite to consultations, what is sent to them, and what is done to reach everybody else.
ALTER TABLE "Letter" ADD COLUMN "unsubscribeUrl" TEXT;
ALTER TABLE "ReachEntry" ADD COLUMN "note" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Stakeholder" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "organisation" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "telephone" TEXT,
    "post" TEXT,
    "language" TEXT NOT NULL,
    "audience" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Stakeholder_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StakeholderList" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" TEXT NOT NULL,

    CONSTRAINT "StakeholderList_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ListedStakeholder" (
    "listId" TEXT NOT NULL,
    "stakeholderId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,

    CONSTRAINT "ListedStakeholder_pkey" PRIMARY KEY ("listId", "stakeholderId")
);

CREATE TABLE "StakeholderBounce" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "stakeholderId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT,
    "source" TEXT NOT NULL,
    "messageKey" TEXT NOT NULL,

    CONSTRAINT "StakeholderBounce_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "StoppedAddress" (
    "partnershipId" TEXT NOT NULL,
    "keyHash" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoppedAddress_pkey" PRIMARY KEY ("partnershipId", "keyHash")
);

CREATE TABLE "Mailing" (
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "body" JSONB NOT NULL,
    "perMinute" INTEGER NOT NULL DEFAULT 60,
    "daysBefore" INTEGER,
    "startedAt" TIMESTAMPTZ(3),
    "pausedAt" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),
    "tickedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mailing_pkey" PRIMARY KEY ("consultationId", "kind")
);

CREATE TABLE "MailedList" (
    "consultationId" TEXT NOT NULL,
    "listId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,

    CONSTRAINT "MailedList_pkey" PRIMARY KEY ("consultationId", "listId")
);

CREATE TABLE "MailedLetter" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "stakeholderId" TEXT,
    "keyHash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "linkHash" TEXT,
    "letterId" TEXT,
    "writtenAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailedLetter_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PublicityStep" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "dueOn" DATE,
    "doneOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicityStep_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "OutreachGroup" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "done" TEXT NOT NULL,
    "isReached" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OutreachGroup_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Stakeholder_partnershipId_id_key" ON "Stakeholder"("partnershipId", "id");
CREATE UNIQUE INDEX "Stakeholder_partnershipId_keyHash_key" ON "Stakeholder"("partnershipId", "keyHash");
CREATE INDEX "Stakeholder_partnershipId_organisation_name_id_idx" ON "Stakeholder"("partnershipId", "organisation", "name", "id");
CREATE INDEX "Stakeholder_partnershipId_email_idx" ON "Stakeholder"("partnershipId", "email");
CREATE UNIQUE INDEX "StakeholderList_partnershipId_id_key" ON "StakeholderList"("partnershipId", "id");
CREATE UNIQUE INDEX "StakeholderList_partnershipId_name_key" ON "StakeholderList"("partnershipId", "name");
CREATE INDEX "ListedStakeholder_stakeholderId_idx" ON "ListedStakeholder"("stakeholderId");
CREATE UNIQUE INDEX "StakeholderBounce_partnershipId_messageKey_key" ON "StakeholderBounce"("partnershipId", "messageKey");
CREATE INDEX "StakeholderBounce_stakeholderId_at_idx" ON "StakeholderBounce"("stakeholderId", "at");
CREATE UNIQUE INDEX "MailedLetter_linkHash_key" ON "MailedLetter"("linkHash");
CREATE UNIQUE INDEX "MailedLetter_letterId_key" ON "MailedLetter"("letterId");
CREATE UNIQUE INDEX "MailedLetter_consultationId_kind_keyHash_key" ON "MailedLetter"("consultationId", "kind", "keyHash");
CREATE INDEX "MailedLetter_consultationId_kind_state_id_idx" ON "MailedLetter"("consultationId", "kind", "state", "id");
CREATE INDEX "MailedLetter_stakeholderId_idx" ON "MailedLetter"("stakeholderId");
CREATE INDEX "MailedLetter_state_letterId_idx" ON "MailedLetter"("state", "letterId");
CREATE INDEX "PublicityStep_consultationId_createdAt_idx" ON "PublicityStep"("consultationId", "createdAt");
CREATE INDEX "OutreachGroup_consultationId_createdAt_idx" ON "OutreachGroup"("consultationId", "createdAt");

ALTER TABLE "Stakeholder" ADD CONSTRAINT "Stakeholder_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "StakeholderList" ADD CONSTRAINT "StakeholderList_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ListedStakeholder" ADD CONSTRAINT "ListedStakeholder_partnershipId_listId_fkey" FOREIGN KEY ("partnershipId", "listId") REFERENCES "StakeholderList"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ListedStakeholder" ADD CONSTRAINT "ListedStakeholder_partnershipId_stakeholderId_fkey" FOREIGN KEY ("partnershipId", "stakeholderId") REFERENCES "Stakeholder"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StakeholderBounce" ADD CONSTRAINT "StakeholderBounce_partnershipId_stakeholderId_fkey" FOREIGN KEY ("partnershipId", "stakeholderId") REFERENCES "Stakeholder"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "StoppedAddress" ADD CONSTRAINT "StoppedAddress_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Mailing" ADD CONSTRAINT "Mailing_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailedList" ADD CONSTRAINT "MailedList_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailedList" ADD CONSTRAINT "MailedList_partnershipId_listId_fkey" FOREIGN KEY ("partnershipId", "listId") REFERENCES "StakeholderList"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MailedLetter" ADD CONSTRAINT "MailedLetter_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MailedLetter" ADD CONSTRAINT "MailedLetter_stakeholderId_fkey" FOREIGN KEY ("stakeholderId") REFERENCES "Stakeholder"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "PublicityStep" ADD CONSTRAINT "PublicityStep_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "OutreachGroup" ADD CONSTRAINT "OutreachGroup_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Stakeholder" ADD CONSTRAINT "stakeholder_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "Stakeholder" ADD CONSTRAINT "stakeholder_can_be_reached" CHECK (coalesce("email", "telephone", "post") IS NOT NULL);
ALTER TABLE "Mailing" ADD CONSTRAINT "mailing_kind_is_known" CHECK ("kind" IN ('invitation', 'reminder'));
ALTER TABLE "Mailing" ADD CONSTRAINT "mailing_goes_slowly" CHECK ("perMinute" BETWEEN 1 AND 600);
ALTER TABLE "MailedLetter" ADD CONSTRAINT "mailed_letter_kind_is_known" CHECK ("kind" IN ('invitation', 'reminder'));
ALTER TABLE "StakeholderBounce" ADD CONSTRAINT "bounce_kind_is_known" CHECK ("kind" IN ('hard', 'soft'));
ALTER TABLE "StoppedAddress" ADD CONSTRAINT "stopped_for_a_known_reason" CHECK ("why" IN ('unsubscribed', 'bounced'));
