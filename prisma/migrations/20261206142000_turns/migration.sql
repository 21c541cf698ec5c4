-- Who takes the places at a meeting that a pool fills by turns.
CREATE TABLE "MeetingTurn" (
    "meetingId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,

    CONSTRAINT "MeetingTurn_pkey" PRIMARY KEY ("meetingId", "appointmentId")
);
CREATE INDEX "MeetingTurn_appointmentId_idx" ON "MeetingTurn"("appointmentId");
ALTER TABLE "MeetingTurn" ADD CONSTRAINT "MeetingTurn_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MeetingTurn" ADD CONSTRAINT "MeetingTurn_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
