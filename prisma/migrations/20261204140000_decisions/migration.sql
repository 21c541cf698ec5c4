-- Decisions: what is delegated, who voted, stopped or stepped aside, and who was told.

CREATE TABLE "Adoption" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "adoptedOn" DATE NOT NULL,
    "endedOn" DATE,
    "decisionId" TEXT,
    "agreedNote" TEXT,
    CONSTRAINT "Adoption_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Delegation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "scope" JSONB NOT NULL,
    "limits" JSONB NOT NULL DEFAULT '{}',
    "limitInPence" BIGINT,
    "startsOn" DATE NOT NULL,
    "reviewOn" DATE NOT NULL,
    "endedOn" DATE,
    "decisionId" TEXT,
    "agreedNote" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "itemId" TEXT,
    "fullItemId" TEXT,
    "title" JSONB NOT NULL,
    "text" JSONB NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "topic" TEXT NOT NULL,
    "amountInPence" BIGINT,
    "delegationId" TEXT,
    "consultationId" TEXT,
    "findingId" TEXT,
    "noEvidence" JSONB NOT NULL DEFAULT '{}',
    "equality" JSONB NOT NULL DEFAULT '{}',
    "askedIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "isWithFull" BOOLEAN NOT NULL DEFAULT false,
    "outcome" TEXT,
    "outcomeAt" TIMESTAMPTZ(3),
    "decidedOn" DATE,
    "noticeDueOn" DATE,
    "notifiedAt" TIMESTAMPTZ(3),
    "implementedOn" DATE,
    "tallies" JSONB NOT NULL DEFAULT '{}',
    "safeguards" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DecisionStep" (
    "id" BIGSERIAL NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" JSONB NOT NULL DEFAULT '{}',
    CONSTRAINT "DecisionStep_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Vote" (
    "partnershipId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "voice" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT NOT NULL,
    CONSTRAINT "Vote_pkey" PRIMARY KEY ("decisionId", "appointmentId")
);

CREATE TABLE "Interest" (
    "partnershipId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT NOT NULL,
    CONSTRAINT "Interest_pkey" PRIMARY KEY ("decisionId", "appointmentId")
);

CREATE TABLE "Veto" (
    "partnershipId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT NOT NULL,
    CONSTRAINT "Veto_pkey" PRIMARY KEY ("decisionId", "appointmentId")
);

CREATE TABLE "Dispute" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "decisionId" TEXT,
    "route" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "outcome" JSONB NOT NULL DEFAULT '{}',
    "mediator" TEXT,
    "notes" TEXT NOT NULL DEFAULT '',
    "openedOn" DATE NOT NULL,
    "closedOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DecisionNotice" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "outcomeAt" TIMESTAMPTZ(3) NOT NULL,
    "organisationId" TEXT,
    "appointmentId" TEXT,
    "state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "letterId" TEXT,
    CONSTRAINT "DecisionNotice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DecisionFollower" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "bodyIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "organisationId" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "toldUntil" TIMESTAMPTZ(3),
    CONSTRAINT "DecisionFollower_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Adoption_partnershipId_id_key" ON "Adoption"("partnershipId", "id");
CREATE INDEX "Adoption_bodyId_code_idx" ON "Adoption"("bodyId", "code");
CREATE UNIQUE INDEX "Delegation_partnershipId_id_key" ON "Delegation"("partnershipId", "id");
CREATE INDEX "Delegation_partnershipId_startsOn_id_idx" ON "Delegation"("partnershipId", "startsOn", "id");
CREATE INDEX "Delegation_bodyId_idx" ON "Delegation"("bodyId");
CREATE UNIQUE INDEX "Decision_partnershipId_id_key" ON "Decision"("partnershipId", "id");
CREATE INDEX "Decision_partnershipId_outcomeAt_id_idx" ON "Decision"("partnershipId", "outcomeAt" DESC, "id");
CREATE INDEX "Decision_partnershipId_createdAt_id_idx" ON "Decision"("partnershipId", "createdAt" DESC, "id");
CREATE INDEX "Decision_bodyId_outcomeAt_idx" ON "Decision"("bodyId", "outcomeAt");
CREATE INDEX "Decision_itemId_idx" ON "Decision"("itemId");
CREATE INDEX "Decision_fullItemId_idx" ON "Decision"("fullItemId");
CREATE INDEX "Decision_consultationId_idx" ON "Decision"("consultationId");
CREATE INDEX "DecisionStep_decisionId_id_idx" ON "DecisionStep"("decisionId", "id");
CREATE INDEX "Vote_appointmentId_idx" ON "Vote"("appointmentId");
CREATE INDEX "Interest_appointmentId_idx" ON "Interest"("appointmentId");
CREATE INDEX "Veto_appointmentId_idx" ON "Veto"("appointmentId");
CREATE UNIQUE INDEX "Dispute_partnershipId_id_key" ON "Dispute"("partnershipId", "id");
CREATE INDEX "Dispute_partnershipId_openedOn_id_idx" ON "Dispute"("partnershipId", "openedOn", "id");
CREATE INDEX "Dispute_decisionId_idx" ON "Dispute"("decisionId");
CREATE INDEX "DecisionNotice_decisionId_outcomeAt_idx" ON "DecisionNotice"("decisionId", "outcomeAt");
CREATE INDEX "DecisionNotice_organisationId_idx" ON "DecisionNotice"("organisationId");
CREATE INDEX "DecisionNotice_letterId_idx" ON "DecisionNotice"("letterId");
CREATE UNIQUE INDEX "DecisionFollower_partnershipId_email_key" ON "DecisionFollower"("partnershipId", "email");
CREATE INDEX "DecisionFollower_confirmedAt_askedAt_idx" ON "DecisionFollower"("confirmedAt", "askedAt");

ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_itemId_fkey" FOREIGN KEY ("partnershipId", "itemId") REFERENCES "AgendaItem"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_fullItemId_fkey" FOREIGN KEY ("partnershipId", "fullItemId") REFERENCES "AgendaItem"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_delegationId_fkey" FOREIGN KEY ("partnershipId", "delegationId") REFERENCES "Delegation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DecisionStep" ADD CONSTRAINT "DecisionStep_partnershipId_decisionId_fkey" FOREIGN KEY ("partnershipId", "decisionId") REFERENCES "Decision"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_partnershipId_decisionId_fkey" FOREIGN KEY ("partnershipId", "decisionId") REFERENCES "Decision"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Vote" ADD CONSTRAINT "Vote_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_partnershipId_decisionId_fkey" FOREIGN KEY ("partnershipId", "decisionId") REFERENCES "Decision"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Interest" ADD CONSTRAINT "Interest_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Veto" ADD CONSTRAINT "Veto_partnershipId_decisionId_fkey" FOREIGN KEY ("partnershipId", "decisionId") REFERENCES "Decision"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Veto" ADD CONSTRAINT "Veto_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_partnershipId_decisionId_fkey" FOREIGN KEY ("partnershipId", "decisionId") REFERENCES "Decision"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DecisionNotice" ADD CONSTRAINT "DecisionNotice_partnershipId_decisionId_fkey" FOREIGN KEY ("partnershipId", "decisionId") REFERENCES "Decision"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DecisionNotice" ADD CONSTRAINT "DecisionNotice_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DecisionNotice" ADD CONSTRAINT "DecisionNotice_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DecisionFollower" ADD CONSTRAINT "DecisionFollower_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DecisionFollower" ADD CONSTRAINT "DecisionFollower_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A body has adopted a safeguard once at a time.
CREATE UNIQUE INDEX "Adoption_one_at_a_time" ON "Adoption"("bodyId", "code") WHERE "endedOn" IS NULL;
ALTER TABLE "Adoption" ADD CONSTRAINT "Adoption_days" CHECK ("endedOn" IS NULL OR "endedOn" >= "adoptedOn");
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_days" CHECK ("reviewOn" > "startsOn" AND ("endedOn" IS NULL OR "endedOn" >= "startsOn"));
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_limit" CHECK ("limitInPence" > 0);
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_amount" CHECK ("amountInPence" >= 0);
-- An outcome has its moment, its day and the day by which everybody is told.
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_outcome" CHECK (("outcome" IS NULL) = ("outcomeAt" IS NULL) AND ("outcome" IS NULL) = ("decidedOn" IS NULL) AND ("outcome" IS NULL) = ("noticeDueOn" IS NULL));
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_days" CHECK ("closedOn" IS NULL OR "closedOn" >= "openedOn");
-- Decisions whose outcome nobody has been told of yet.
CREATE INDEX "Decision_untold" ON "Decision"("outcomeAt") WHERE "outcome" IS NOT NULL AND "notifiedAt" IS NULL;

CREATE TRIGGER decision_step_is_append_only BEFORE UPDATE OR DELETE ON "DecisionStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whoever has stepped aside does not vote, and whoever voted and then steps aside has not voted: whichever comes second waits for the first.
CREATE FUNCTION vote_of_nobody_aside() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Decision" WHERE "id" = NEW."decisionId" FOR UPDATE;
  IF EXISTS (SELECT 1 FROM "Interest" i WHERE i."decisionId" = NEW."decisionId" AND i."appointmentId" = NEW."appointmentId") THEN
    RAISE EXCEPTION 'whoever stepped aside does not vote' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vote_of_nobody_aside BEFORE INSERT OR UPDATE ON "Vote" FOR EACH ROW EXECUTE FUNCTION vote_of_nobody_aside();
