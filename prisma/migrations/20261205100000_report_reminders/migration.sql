-- That somebody was reminded by letter of what they owe after a meeting, never twice.
CREATE TABLE "ReportReminder" (
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportReminder_pkey" PRIMARY KEY ("meetingId","appointmentId","kind"),
    CONSTRAINT "ReportReminder_kind_check" CHECK ("kind" IN ('before', 'after'))
);

CREATE INDEX "ReportReminder_appointmentId_idx" ON "ReportReminder"("appointmentId");

ALTER TABLE "ReportReminder" ADD CONSTRAINT "ReportReminder_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReportReminder" ADD CONSTRAINT "ReportReminder_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
