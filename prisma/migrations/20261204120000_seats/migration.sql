-- Seats go on from one version of a scheme to the next; who stands in, who leads the meetings, how a free seat is filled.
-- AlterTable
ALTER TABLE "SeatLine" ADD COLUMN "fromId" TEXT;

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN "ratifiedOn" DATE;

-- CreateTable
CREATE TABLE "Substitute" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "toldOn" DATE NOT NULL,
    "endedOn" DATE,

    CONSTRAINT "Substitute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Chair" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "appointmentId" TEXT,
    "name" JSONB NOT NULL DEFAULT '{}',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "endedOn" DATE,
    "decisionId" TEXT,
    "electionId" TEXT,
    "note" TEXT,

    CONSTRAINT "Chair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VacancyFilling" (
    "partnershipId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,

    CONSTRAINT "VacancyFilling_pkey" PRIMARY KEY ("appointmentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Substitute_partnershipId_id_key" ON "Substitute"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Substitute_appointmentId_idx" ON "Substitute"("appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Chair_partnershipId_id_key" ON "Chair"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Chair_bodyId_kind_startsOn_idx" ON "Chair"("bodyId", "kind", "startsOn");

-- CreateIndex
CREATE INDEX "Chair_appointmentId_idx" ON "Chair"("appointmentId");

-- CreateIndex
CREATE INDEX "VacancyFilling_partnershipId_dueOn_idx" ON "VacancyFilling"("partnershipId", "dueOn");

-- AddForeignKey
ALTER TABLE "SeatLine" ADD CONSTRAINT "SeatLine_partnershipId_fromId_fkey" FOREIGN KEY ("partnershipId", "fromId") REFERENCES "SeatLine"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Substitute" ADD CONSTRAINT "Substitute_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chair" ADD CONSTRAINT "Chair_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Chair" ADD CONSTRAINT "Chair_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VacancyFilling" ADD CONSTRAINT "VacancyFilling_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Chair" ADD CONSTRAINT "Chair_authority" CHECK (num_nonnulls("decisionId", "electionId", "note") = 1);
