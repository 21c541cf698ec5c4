-- AlterTable
ALTER TABLE "Body" ADD COLUMN "mayCoOpt" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN "nominationId" TEXT;

-- AlterTable
ALTER TABLE "NetworkElection" ADD COLUMN "vacancyId" TEXT;

-- CreateTable
CREATE TABLE "SeatOffer" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "nominationId" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerBy" DATE NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "accepted" BOOLEAN,

    CONSTRAINT "SeatOffer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SeatOffer_linkHash_key" ON "SeatOffer"("linkHash");

-- CreateIndex
CREATE INDEX "SeatOffer_electionId_idx" ON "SeatOffer"("electionId");

-- CreateIndex
CREATE INDEX "SeatOffer_nominationId_idx" ON "SeatOffer"("nominationId");

-- CreateIndex
CREATE UNIQUE INDEX "SeatOffer_appointmentId_nominationId_key" ON "SeatOffer"("appointmentId", "nominationId");

-- CreateIndex
CREATE INDEX "NetworkElection_vacancyId_idx" ON "NetworkElection"("vacancyId");

-- AddForeignKey
ALTER TABLE "SeatOffer" ADD CONSTRAINT "SeatOffer_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatOffer" ADD CONSTRAINT "SeatOffer_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatOffer" ADD CONSTRAINT "SeatOffer_partnershipId_nominationId_fkey" FOREIGN KEY ("partnershipId", "nominationId") REFERENCES "Nomination"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
