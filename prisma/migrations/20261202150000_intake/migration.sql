-- Responses that officers enter, leave out, look over and keep safe: what came on paper, flags, and safeguarding.
ALTER TABLE "Response" ADD COLUMN "excludedAt" TIMESTAMPTZ(3),
ADD COLUMN "excludedBecause" TEXT;

ALTER TABLE "Consultation" ADD COLUMN "againShare" INTEGER NOT NULL DEFAULT 10;

CREATE TABLE "HeldAnswer" (
    "responseId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,

    CONSTRAINT "HeldAnswer_pkey" PRIMARY KEY ("responseId","questionId")
);

CREATE TABLE "EntryDraft" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "formVersionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "responseId" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "entries" JSONB NOT NULL DEFAULT '{}',
    "illegible" TEXT[],
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EntryDraft_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "EnteredResponse" (
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "sheet" TEXT,
    "signatures" INTEGER,
    "helper" JSONB,
    "original" TEXT,
    "unread" JSONB NOT NULL DEFAULT '{}',
    "againRevision" INTEGER,
    "againById" TEXT,
    "againAt" TIMESTAMPTZ(3),
    "againQuestions" INTEGER,
    "againDiffers" JSONB,
    "againWrong" INTEGER,
    "againSettledAt" TIMESTAMPTZ(3),
    "againSettledById" TEXT,

    CONSTRAINT "EnteredResponse_pkey" PRIMARY KEY ("responseId")
);

CREATE TABLE "EnteredRevision" (
    "responseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "enteredById" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "illegible" TEXT[],
    "unread" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "EnteredRevision_pkey" PRIMARY KEY ("responseId","number")
);

CREATE TABLE "ResponseLook" (
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "textHash" TEXT,
    "links" INTEGER NOT NULL DEFAULT 0,
    "words" INTEGER NOT NULL DEFAULT 0,
    "answered" INTEGER NOT NULL DEFAULT 0,
    "seconds" INTEGER,

    CONSTRAINT "ResponseLook_pkey" PRIMARY KEY ("responseId")
);

CREATE TABLE "Flag" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "FlaggedResponse" (
    "flagId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,

    CONSTRAINT "FlaggedResponse_pkey" PRIMARY KEY ("flagId","responseId")
);

CREATE TABLE "SafeguardingContact" (
    "partnershipId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SafeguardingContact_pkey" PRIMARY KEY ("partnershipId","personId")
);

CREATE TABLE "SafeguardingCase" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "contact" JSONB NOT NULL DEFAULT '{}',
    "raisedById" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,

    CONSTRAINT "SafeguardingCase_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SafeguardingNote" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "SafeguardingNote_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "HeldAnswer_consultationId_idx" ON "HeldAnswer"("consultationId");

CREATE INDEX "EntryDraft_consultationId_personId_savedAt_idx" ON "EntryDraft"("consultationId", "personId", "savedAt");

CREATE INDEX "EntryDraft_savedAt_idx" ON "EntryDraft"("savedAt");

CREATE INDEX "EnteredResponse_consultationId_idx" ON "EnteredResponse"("consultationId");

CREATE UNIQUE INDEX "EnteredResponse_partnershipId_responseId_key" ON "EnteredResponse"("partnershipId", "responseId");

CREATE INDEX "ResponseLook_consultationId_textHash_idx" ON "ResponseLook"("consultationId", "textHash");

CREATE INDEX "ResponseLook_consultationId_channel_receivedAt_idx" ON "ResponseLook"("consultationId", "channel", "receivedAt");

CREATE UNIQUE INDEX "ResponseLook_partnershipId_responseId_key" ON "ResponseLook"("partnershipId", "responseId");

CREATE INDEX "Flag_consultationId_decidedAt_raisedAt_id_idx" ON "Flag"("consultationId", "decidedAt", "raisedAt", "id");

CREATE UNIQUE INDEX "Flag_partnershipId_id_key" ON "Flag"("partnershipId", "id");

CREATE UNIQUE INDEX "Flag_consultationId_kind_key_key" ON "Flag"("consultationId", "kind", "key");

CREATE INDEX "FlaggedResponse_responseId_idx" ON "FlaggedResponse"("responseId");

CREATE INDEX "SafeguardingCase_partnershipId_closedAt_raisedAt_idx" ON "SafeguardingCase"("partnershipId", "closedAt", "raisedAt");

CREATE UNIQUE INDEX "SafeguardingCase_partnershipId_id_key" ON "SafeguardingCase"("partnershipId", "id");

CREATE UNIQUE INDEX "SafeguardingCase_responseId_questionId_key" ON "SafeguardingCase"("responseId", "questionId");

CREATE INDEX "SafeguardingNote_caseId_at_idx" ON "SafeguardingNote"("caseId", "at");

ALTER TABLE "HeldAnswer" ADD CONSTRAINT "HeldAnswer_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "HeldAnswer" ADD CONSTRAINT "HeldAnswer_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EntryDraft" ADD CONSTRAINT "EntryDraft_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EntryDraft" ADD CONSTRAINT "EntryDraft_partnershipId_formVersionId_fkey" FOREIGN KEY ("partnershipId", "formVersionId") REFERENCES "FormVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EnteredResponse" ADD CONSTRAINT "EnteredResponse_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "EnteredResponse" ADD CONSTRAINT "EnteredResponse_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "EnteredRevision" ADD CONSTRAINT "EnteredRevision_responseId_number_fkey" FOREIGN KEY ("responseId", "number") REFERENCES "ResponseRevision"("responseId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ResponseLook" ADD CONSTRAINT "ResponseLook_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "ResponseLook" ADD CONSTRAINT "ResponseLook_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Flag" ADD CONSTRAINT "Flag_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "FlaggedResponse" ADD CONSTRAINT "FlaggedResponse_partnershipId_flagId_fkey" FOREIGN KEY ("partnershipId", "flagId") REFERENCES "Flag"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "FlaggedResponse" ADD CONSTRAINT "FlaggedResponse_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SafeguardingContact" ADD CONSTRAINT "SafeguardingContact_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SafeguardingContact" ADD CONSTRAINT "SafeguardingContact_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "SafeguardingCase" ADD CONSTRAINT "SafeguardingCase_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SafeguardingNote" ADD CONSTRAINT "SafeguardingNote_partnershipId_caseId_fkey" FOREIGN KEY ("partnershipId", "caseId") REFERENCES "SafeguardingCase"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

