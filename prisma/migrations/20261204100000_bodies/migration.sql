-- Bodies, organisations, seats and who sits on them.
-- CreateTable
CREATE TABLE "PartnershipStanding" (
    "partnershipId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "legalForm" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "shadowUntil" DATE,
    "handover" JSONB NOT NULL DEFAULT '[]',
    "accountableId" TEXT,
    "complaints" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PartnershipStanding_pkey" PRIMARY KEY ("partnershipId")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "sortName" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "roles" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "charityNumber" TEXT,
    "companyNumber" TEXT,
    "website" TEXT,
    "areaCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "supportNeeds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedOn" DATE NOT NULL,
    "closedOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BodyContact" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "organisationId" TEXT,
    "bodyId" TEXT,
    "name" TEXT NOT NULL,
    "role" JSONB NOT NULL DEFAULT '{}',
    "email" TEXT,
    "telephone" TEXT,
    "post" TEXT,
    "isPublic" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "BodyContact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "bodyId" TEXT,
    "kind" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "amountInPence" BIGINT,
    "share" INTEGER,
    "seniority" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "isMet" BOOLEAN,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Body" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "parentId" TEXT,
    "slug" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "isFull" BOOLEAN NOT NULL DEFAULT false,
    "purpose" JSONB NOT NULL DEFAULT '{}',
    "terms" JSONB NOT NULL DEFAULT '{}',
    "termsAgreedOn" DATE,
    "decisionModel" TEXT NOT NULL DEFAULT 'all',
    "themes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "crossCutting" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "areaCodes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "meets" JSONB NOT NULL DEFAULT '{}',
    "isOpen" BOOLEAN NOT NULL DEFAULT false,
    "quorum" INTEGER,
    "chairChosenBy" TEXT NOT NULL DEFAULT 'members',
    "papersInDays" INTEGER NOT NULL DEFAULT 5,
    "minutesRule" TEXT NOT NULL DEFAULT 'days',
    "minutesInDays" INTEGER NOT NULL DEFAULT 10,
    "reportBackInDays" INTEGER NOT NULL DEFAULT 10,
    "legalStatus" TEXT,
    "legalBasis" TEXT,
    "startedOn" DATE,
    "plannedEndOn" DATE,
    "endedOn" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BodyMember" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endedOn" DATE,

    CONSTRAINT "BodyMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatScheme" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "startsOn" DATE,
    "decisionId" TEXT,
    "agreedNote" TEXT,
    "totalLeast" INTEGER,
    "totalMost" INTEGER,
    "rules" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SeatScheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatLine" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "schemeId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "withinId" TEXT,
    "sector" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "count" INTEGER,
    "countMost" INTEGER,
    "poolSize" INTEGER,
    "holder" JSONB NOT NULL,
    "chosenBy" JSONB NOT NULL DEFAULT '{}',
    "organisationId" TEXT,
    "networkId" TEXT,
    "reserves" JSONB NOT NULL DEFAULT '[]',
    "termInMonths" INTEGER NOT NULL DEFAULT 36,
    "mostTerms" INTEGER NOT NULL DEFAULT 2,
    "isVoting" BOOLEAN NOT NULL DEFAULT true,
    "isRequired" BOOLEAN NOT NULL DEFAULT false,
    "roleDescription" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "SeatLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "organisationId" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "endedOn" DATE,
    "endedFor" TEXT,
    "chosenHow" TEXT NOT NULL,
    "chosenBy" TEXT NOT NULL,
    "electionId" TEXT,
    "authority" TEXT NOT NULL DEFAULT 'decides',
    "seniority" TEXT NOT NULL DEFAULT 'any',
    "induction" JSONB NOT NULL DEFAULT '[]',
    "inductedOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Organisation_partnershipId_sector_sortName_id_idx" ON "Organisation"("partnershipId", "sector", "sortName", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_partnershipId_id_key" ON "Organisation"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_partnershipId_sortName_key" ON "Organisation"("partnershipId", "sortName");

-- CreateIndex
CREATE INDEX "BodyContact_organisationId_idx" ON "BodyContact"("organisationId");

-- CreateIndex
CREATE INDEX "BodyContact_bodyId_idx" ON "BodyContact"("bodyId");

-- CreateIndex
CREATE INDEX "BodyContact_partnershipId_purpose_position_idx" ON "BodyContact"("partnershipId", "purpose", "position");

-- CreateIndex
CREATE UNIQUE INDEX "BodyContact_partnershipId_id_key" ON "BodyContact"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Obligation_organisationId_kind_idx" ON "Obligation"("organisationId", "kind");

-- CreateIndex
CREATE INDEX "Obligation_bodyId_idx" ON "Obligation"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_partnershipId_id_key" ON "Obligation"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Body_partnershipId_parentId_position_idx" ON "Body"("partnershipId", "parentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Body_partnershipId_id_key" ON "Body"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Body_partnershipId_slug_key" ON "Body"("partnershipId", "slug");

-- CreateIndex
CREATE INDEX "BodyMember_bodyId_category_idx" ON "BodyMember"("bodyId", "category");

-- CreateIndex
CREATE INDEX "BodyMember_organisationId_idx" ON "BodyMember"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "BodyMember_partnershipId_id_key" ON "BodyMember"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SeatScheme_partnershipId_id_key" ON "SeatScheme"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SeatScheme_bodyId_version_key" ON "SeatScheme"("bodyId", "version");

-- CreateIndex
CREATE INDEX "SeatLine_schemeId_position_idx" ON "SeatLine"("schemeId", "position");

-- CreateIndex
CREATE INDEX "SeatLine_bodyId_idx" ON "SeatLine"("bodyId");

-- CreateIndex
CREATE UNIQUE INDEX "SeatLine_partnershipId_id_key" ON "SeatLine"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Appointment_bodyId_endedOn_endsOn_idx" ON "Appointment"("bodyId", "endedOn", "endsOn");

-- CreateIndex
CREATE INDEX "Appointment_lineId_seat_idx" ON "Appointment"("lineId", "seat");

-- CreateIndex
CREATE INDEX "Appointment_personId_idx" ON "Appointment"("personId");

-- CreateIndex
CREATE INDEX "Appointment_organisationId_idx" ON "Appointment"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Appointment_partnershipId_id_key" ON "Appointment"("partnershipId", "id");

-- AddForeignKey
ALTER TABLE "PartnershipStanding" ADD CONSTRAINT "PartnershipStanding_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartnershipStanding" ADD CONSTRAINT "PartnershipStanding_partnershipId_accountableId_fkey" FOREIGN KEY ("partnershipId", "accountableId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyContact" ADD CONSTRAINT "BodyContact_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyContact" ADD CONSTRAINT "BodyContact_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyContact" ADD CONSTRAINT "BodyContact_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Body" ADD CONSTRAINT "Body_partnershipId_parentId_fkey" FOREIGN KEY ("partnershipId", "parentId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyMember" ADD CONSTRAINT "BodyMember_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyMember" ADD CONSTRAINT "BodyMember_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatScheme" ADD CONSTRAINT "SeatScheme_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_schemeId_fkey" FOREIGN KEY ("partnershipId", "schemeId") REFERENCES "SeatScheme"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_withinId_fkey" FOREIGN KEY ("partnershipId", "withinId") REFERENCES "SeatLine"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_networkId_fkey" FOREIGN KEY ("partnershipId", "networkId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_partnershipId_lineId_fkey" FOREIGN KEY ("partnershipId", "lineId") REFERENCES "SeatLine"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- The full partnership is one body.
CREATE UNIQUE INDEX "Body_one_full_partnership" ON "Body"("partnershipId") WHERE "isFull" AND "endedOn" IS NULL;
ALTER TABLE "Body" ADD CONSTRAINT "Body_not_under_itself" CHECK ("parentId" <> "id");
-- A public service board sits inside a partnership.
ALTER TABLE "Body" ADD CONSTRAINT "Body_public_service_board_has_parent" CHECK ("kind" <> 'public-service-board' OR "parentId" IS NOT NULL);
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_counts" CHECK (("count" IS NULL OR "count" >= 0) AND ("countMost" IS NULL OR "countMost" >= COALESCE("count", 0)) AND "termInMonths" > 0 AND "mostTerms" > 0);
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_days" CHECK ("endsOn" >= "startsOn" AND "seat" > 0);
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_figures" CHECK (("amountInPence" IS NULL OR "amountInPence" > 0) AND ("share" IS NULL OR "share" BETWEEN 1 AND 100));

-- Nobody sits where somebody else sits on the same day. The line is locked, so that of two at once the second one sees the first.
CREATE FUNCTION one_on_a_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "SeatLine" WHERE "id" = NEW."lineId" FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM "Appointment" other
    WHERE other."lineId" = NEW."lineId" AND other."seat" = NEW."seat" AND other."id" <> NEW."id"
      AND other."startsOn" <= LEAST(NEW."endsOn", NEW."endedOn")
      AND NEW."startsOn" <= LEAST(other."endsOn", other."endedOn")
      AND LEAST(NEW."endsOn", NEW."endedOn") >= NEW."startsOn"
      AND LEAST(other."endsOn", other."endedOn") >= other."startsOn"
  ) THEN
    RAISE EXCEPTION 'seat % of line % is taken', NEW."seat", NEW."lineId" USING ERRCODE = 'unique_violation', CONSTRAINT = 'one_on_a_seat';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_on_a_seat BEFORE INSERT OR UPDATE ON "Appointment" FOR EACH ROW EXECUTE FUNCTION one_on_a_seat();
