-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Partnership" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "welcome" JSONB NOT NULL,
    "tier" TEXT NOT NULL,
    "localAuthorityCode" TEXT,
    "parentId" TEXT,
    "accentColour" TEXT,
    "senderName" TEXT NOT NULL,
    "senderAddress" TEXT NOT NULL,
    "contact" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Partnership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "includesBelow" BOOLEAN NOT NULL DEFAULT false,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInPass" (
    "id" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "personId" TEXT,
    "codeHash" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInPass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT,
    "kind" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "fromAddress" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastProblem" TEXT,

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "partnershipId" TEXT,
    "personId" TEXT,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSeal" (
    "id" BIGSERIAL NOT NULL,
    "fromEntryId" BIGINT NOT NULL,
    "toEntryId" BIGINT NOT NULL,
    "entries" INTEGER NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditSeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "File" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "visibility" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mimeType" TEXT NOT NULL,
    "sizeInBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storageKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "File_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Form" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormVersion" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "formId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FormVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Erratum" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "formVersionId" TEXT NOT NULL,
    "questionId" TEXT,
    "text" JSONB NOT NULL,
    "datedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Erratum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "sourceSubject" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "statement" JSONB NOT NULL,
    "figure" JSONB NOT NULL,
    "method" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "formId" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "purpose" JSONB NOT NULL,
    "decisionToBeMade" JSONB NOT NULL,
    "decisionMaker" JSONB NOT NULL,
    "decisionOn" DATE,
    "openToChange" JSONB NOT NULL DEFAULT '[]',
    "notOpenToChange" JSONB NOT NULL DEFAULT '[]',
    "audience" JSONB NOT NULL,
    "otherWays" JSONB NOT NULL,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "graceInMinutes" INTEGER NOT NULL DEFAULT 1440,
    "publishedAt" TIMESTAMPTZ(3),
    "asksEquality" BOOLEAN NOT NULL DEFAULT true,
    "languages" TEXT[],
    "frozenAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConsultationDocument" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "language" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "place" INTEGER NOT NULL,

    CONSTRAINT "ConsultationDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "formVersionId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "entries" JSONB NOT NULL DEFAULT '{}',
    "pagesSeen" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "responseId" TEXT,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftContact" (
    "draftId" TEXT NOT NULL,
    "entries" JSONB NOT NULL DEFAULT '{}',
    "sending" JSONB NOT NULL DEFAULT '{}',
    "email" TEXT,

    CONSTRAINT "DraftContact_pkey" PRIMARY KEY ("draftId")
);

-- CreateTable
CREATE TABLE "Response" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "reference" TEXT,
    "draftId" TEXT,
    "importKey" TEXT,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "respondentType" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "confidentialityRequested" BOOLEAN NOT NULL DEFAULT false,
    "disclosureVersion" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredById" TEXT,
    "currentRevision" INTEGER NOT NULL DEFAULT 1,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResponseRevision" (
    "partnershipId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "formVersionId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ResponseRevision_pkey" PRIMARY KEY ("responseId","number")
);

-- CreateTable
CREATE TABLE "ResponseContact" (
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT,
    "organisation" JSONB,
    "email" TEXT,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "confidentialityReason" TEXT,

    CONSTRAINT "ResponseContact_pkey" PRIMARY KEY ("responseId")
);

-- CreateTable
CREATE TABLE "EqualityAnswer" (
    "key" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "EqualityAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Tally" (
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "formVersionId" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "responses" INTEGER NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("consultationId","formVersionId")
);

-- CreateTable
CREATE TABLE "TallyChange" (
    "id" BIGSERIAL NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "sign" INTEGER NOT NULL,

    CONSTRAINT "TallyChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Partnership_slug_key" ON "Partnership"("slug");

-- CreateIndex
CREATE INDEX "Partnership_parentId_idx" ON "Partnership"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "RoleGrant_partnershipId_idx" ON "RoleGrant"("partnershipId");

-- CreateIndex
CREATE UNIQUE INDEX "RoleGrant_personId_partnershipId_role_key" ON "RoleGrant"("personId", "partnershipId", "role");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInPass_linkHash_key" ON "SignInPass"("linkHash");

-- CreateIndex
CREATE INDEX "SignInPass_emailHash_createdAt_idx" ON "SignInPass"("emailHash", "createdAt");

-- CreateIndex
CREATE INDEX "Letter_createdAt_id_idx" ON "Letter"("createdAt", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_partnershipId_id_idx" ON "AuditEntry"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_idx" ON "AuditEntry"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditSeal_toEntryId_key" ON "AuditSeal"("toEntryId");

-- CreateIndex
CREATE UNIQUE INDEX "File_storageKey_key" ON "File"("storageKey");

-- CreateIndex
CREATE UNIQUE INDEX "File_partnershipId_id_key" ON "File"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Form_partnershipId_id_key" ON "Form"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FormVersion_partnershipId_id_key" ON "FormVersion"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "FormVersion_formId_number_key" ON "FormVersion"("formId", "number");

-- CreateIndex
CREATE INDEX "Erratum_formVersionId_idx" ON "Erratum"("formVersionId");

-- CreateIndex
CREATE INDEX "Finding_partnershipId_publishedAt_idx" ON "Finding"("partnershipId", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_sourceSubject_sourceId_kind_key" ON "Finding"("sourceSubject", "sourceId", "kind");

-- CreateIndex
CREATE INDEX "Consultation_partnershipId_publishedAt_idx" ON "Consultation"("partnershipId", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_partnershipId_id_key" ON "Consultation"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "ConsultationDocument_consultationId_place_idx" ON "ConsultationDocument"("consultationId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "Draft_reference_key" ON "Draft"("reference");

-- CreateIndex
CREATE INDEX "Draft_consultationId_savedAt_idx" ON "Draft"("consultationId", "savedAt");

-- CreateIndex
CREATE INDEX "Draft_expiresAt_idx" ON "Draft"("expiresAt");

-- CreateIndex
CREATE INDEX "Draft_responseId_idx" ON "Draft"("responseId");

-- CreateIndex
CREATE INDEX "DraftContact_email_idx" ON "DraftContact"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Response_reference_key" ON "Response"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Response_draftId_key" ON "Response"("draftId");

-- CreateIndex
CREATE INDEX "Response_consultationId_receivedAt_id_idx" ON "Response"("consultationId", "receivedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Response_partnershipId_id_key" ON "Response"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Response_consultationId_importKey_key" ON "Response"("consultationId", "importKey");

-- CreateIndex
CREATE INDEX "ResponseContact_email_idx" ON "ResponseContact"("email");

-- CreateIndex
CREATE UNIQUE INDEX "ResponseContact_partnershipId_responseId_key" ON "ResponseContact"("partnershipId", "responseId");

-- CreateIndex
CREATE INDEX "EqualityAnswer_consultationId_idx" ON "EqualityAnswer"("consultationId");

-- CreateIndex
CREATE INDEX "TallyChange_consultationId_id_idx" ON "TallyChange"("consultationId", "id");

-- AddForeignKey
ALTER TABLE "Partnership" ADD CONSTRAINT "Partnership_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Partnership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "File" ADD CONSTRAINT "File_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Form" ADD CONSTRAINT "Form_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormVersion" ADD CONSTRAINT "FormVersion_partnershipId_formId_fkey" FOREIGN KEY ("partnershipId", "formId") REFERENCES "Form"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Erratum" ADD CONSTRAINT "Erratum_partnershipId_formVersionId_fkey" FOREIGN KEY ("partnershipId", "formVersionId") REFERENCES "FormVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_partnershipId_formId_fkey" FOREIGN KEY ("partnershipId", "formId") REFERENCES "Form"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationDocument" ADD CONSTRAINT "ConsultationDocument_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationDocument" ADD CONSTRAINT "ConsultationDocument_partnershipId_fileId_fkey" FOREIGN KEY ("partnershipId", "fileId") REFERENCES "File"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_partnershipId_formVersionId_fkey" FOREIGN KEY ("partnershipId", "formVersionId") REFERENCES "FormVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftContact" ADD CONSTRAINT "DraftContact_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "Draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Response" ADD CONSTRAINT "Response_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseRevision" ADD CONSTRAINT "ResponseRevision_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseRevision" ADD CONSTRAINT "ResponseRevision_partnershipId_formVersionId_fkey" FOREIGN KEY ("partnershipId", "formVersionId") REFERENCES "FormVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResponseContact" ADD CONSTRAINT "ResponseContact_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EqualityAnswer" ADD CONSTRAINT "EqualityAnswer_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tally" ADD CONSTRAINT "Tally_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tally" ADD CONSTRAINT "Tally_partnershipId_formVersionId_fkey" FOREIGN KEY ("partnershipId", "formVersionId") REFERENCES "FormVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TallyChange" ADD CONSTRAINT "TallyChange_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What must never break, kept by the database itself.

ALTER TABLE "Partnership" ADD CONSTRAINT "slug_is_an_address" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Partnership" ADD CONSTRAINT "accent_is_a_colour" CHECK ("accentColour" ~ '^#[0-9a-f]{6}$');
ALTER TABLE "Partnership" ADD CONSTRAINT "not_below_itself" CHECK ("parentId" <> "id");
ALTER TABLE "Person" ADD CONSTRAINT "email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "Consultation" ADD CONSTRAINT "closes_after_it_opens" CHECK ("closesAt" > "opensAt");
ALTER TABLE "Consultation" ADD CONSTRAINT "grace_is_not_negative" CHECK ("graceInMinutes" >= 0);
ALTER TABLE "Response" ADD CONSTRAINT "permission_is_known" CHECK ("permission" IN ('named', 'unnamed', 'summary'));
ALTER TABLE "File" ADD CONSTRAINT "visibility_is_known" CHECK ("visibility" IN ('public', 'answer'));
ALTER TABLE "TallyChange" ADD CONSTRAINT "sign_is_one" CHECK ("sign" IN (1, -1));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END;
$$;

CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_is_never_emptied BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_is_append_only BEFORE UPDATE OR DELETE ON "AuditSeal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_seal_is_never_emptied BEFORE TRUNCATE ON "AuditSeal" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A revision is what somebody sent: it may be deleted when its time is over, never rewritten.
CREATE TRIGGER revision_never_changes BEFORE UPDATE ON "ResponseRevision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A published form version never changes.
CREATE FUNCTION refuse_change_once_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'a published form version never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END;
$$;

CREATE TRIGGER published_version_never_changes BEFORE UPDATE OR DELETE ON "FormVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change_once_published();
