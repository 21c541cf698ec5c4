-- Organisations are invited to name people for seats of a body.

ALTER TABLE "Appointment" ADD COLUMN "roundId" TEXT;

-- CreateTable
CREATE TABLE "NominatingRound" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "lineId" TEXT NOT NULL,
    "seats" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "about" JSONB NOT NULL DEFAULT '{}',
    "criteria" JSONB NOT NULL DEFAULT '{}',
    "termStartsOn" DATE NOT NULL,
    "termInMonths" INTEGER NOT NULL,
    "opensOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,
    "remindOn" DATE,
    "invitedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "ending" TEXT,
    "endingReason" JSONB NOT NULL DEFAULT '{}',
    "electionId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NominatingRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NominatingInvitation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "organisationId" TEXT,
    "organisation" TEXT NOT NULL DEFAULT '',
    "contact" TEXT NOT NULL,
    "email" TEXT,
    "post" TEXT,
    "language" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "letterId" TEXT,
    "postedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NominatingInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BodyNomination" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "invitationId" TEXT NOT NULL,
    "namedBy" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "telephone" TEXT,
    "howChosen" TEXT NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "substitute" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "consentedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "ruling" TEXT,
    "ruledAt" TIMESTAMPTZ(3),
    "rulingReason" JSONB NOT NULL DEFAULT '{}',
    "appointmentId" TEXT,

    CONSTRAINT "BodyNomination_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "NominatingRound_partnershipId_id_key" ON "NominatingRound"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "NominatingRound_partnershipId_createdAt_id_idx" ON "NominatingRound"("partnershipId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "NominatingRound_lineId_idx" ON "NominatingRound"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "NominatingInvitation_linkHash_key" ON "NominatingInvitation"("linkHash");

-- CreateIndex
CREATE UNIQUE INDEX "NominatingInvitation_partnershipId_id_key" ON "NominatingInvitation"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "NominatingInvitation_roundId_organisationId_key" ON "NominatingInvitation"("roundId", "organisationId");

-- CreateIndex
CREATE INDEX "NominatingInvitation_organisationId_idx" ON "NominatingInvitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "BodyNomination_linkHash_key" ON "BodyNomination"("linkHash");

-- CreateIndex
CREATE UNIQUE INDEX "BodyNomination_partnershipId_id_key" ON "BodyNomination"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BodyNomination_partnershipId_invitationId_key" ON "BodyNomination"("partnershipId", "invitationId");

-- CreateIndex
CREATE INDEX "BodyNomination_appointmentId_idx" ON "BodyNomination"("appointmentId");

-- AddForeignKey
ALTER TABLE "NominatingRound" ADD CONSTRAINT "NominatingRound_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominatingRound" ADD CONSTRAINT "NominatingRound_partnershipId_lineId_fkey" FOREIGN KEY ("partnershipId", "lineId") REFERENCES "SeatLine"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominatingInvitation" ADD CONSTRAINT "NominatingInvitation_partnershipId_roundId_fkey" FOREIGN KEY ("partnershipId", "roundId") REFERENCES "NominatingRound"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominatingInvitation" ADD CONSTRAINT "NominatingInvitation_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyNomination" ADD CONSTRAINT "BodyNomination_partnershipId_invitationId_fkey" FOREIGN KEY ("partnershipId", "invitationId") REFERENCES "NominatingInvitation"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BodyNomination" ADD CONSTRAINT "BodyNomination_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;
