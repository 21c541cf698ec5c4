-- Meetings: their agendas, papers, attendance and minutes, and what is due before a body.
-- CreateTable
CREATE TABLE "Meeting" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT NOT NULL,
    "title" JSONB NOT NULL DEFAULT '{}',
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "venue" JSONB NOT NULL DEFAULT '{}',
    "address" TEXT,
    "link" TEXT,
    "access" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isOpen" BOOLEAN NOT NULL DEFAULT false,
    "calledAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledFor" JSONB NOT NULL DEFAULT '{}',
    "minutesReadyAt" TIMESTAMPTZ(3),
    "minutesApprovedOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "about" JSONB NOT NULL DEFAULT '{}',
    "justification" JSONB NOT NULL DEFAULT '{}',
    "lengthInMinutes" INTEGER,
    "isPrivate" BOOLEAN NOT NULL DEFAULT false,
    "dueItemId" TEXT,
    "minute" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DueItem" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "bodyId" TEXT,
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT 'discuss',
    "dueOn" DATE,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "DueItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "text" JSONB NOT NULL DEFAULT '{}',
    "fileId" TEXT,
    "sentAt" TIMESTAMPTZ(3),
    "isLate" BOOLEAN NOT NULL DEFAULT false,
    "lateFor" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperComment" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaperComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "appointmentId" TEXT,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "organisationId" TEXT,
    "said" TEXT,
    "saidAt" TIMESTAMPTZ(3),
    "came" TEXT,
    "seniority" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessNeed" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "need" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessNeed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccessAnswer" (
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "needId" TEXT NOT NULL,
    "isMet" BOOLEAN NOT NULL,
    "how" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccessAnswer_pkey" PRIMARY KEY ("meetingId","needId")
);

-- CreateTable
CREATE TABLE "MeetingAction" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "appointmentId" TEXT,
    "ownerName" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE NOT NULL,
    "doneOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeetingAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MinutedDecision" (
    "partnershipId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "minutedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MinutedDecision_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "ReportBack" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "appointmentId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportBack_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReservedDay" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,

    CONSTRAINT "ReservedDay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Meeting_partnershipId_startsAt_id_idx" ON "Meeting"("partnershipId", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_bodyId_startsAt_idx" ON "Meeting"("bodyId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_partnershipId_id_key" ON "Meeting"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "AgendaItem_dueItemId_idx" ON "AgendaItem"("dueItemId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaItem_partnershipId_id_key" ON "AgendaItem"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "DueItem_partnershipId_settledAt_dueOn_id_idx" ON "DueItem"("partnershipId", "settledAt", "dueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DueItem_partnershipId_id_key" ON "DueItem"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DueItem_partnershipId_subject_kind_sourceId_key" ON "DueItem"("partnershipId", "subject", "kind", "sourceId");

-- CreateIndex
CREATE INDEX "Paper_meetingId_position_idx" ON "Paper"("meetingId", "position");

-- CreateIndex
CREATE INDEX "Paper_itemId_idx" ON "Paper"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Paper_partnershipId_id_key" ON "Paper"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "PaperComment_paperId_createdAt_idx" ON "PaperComment"("paperId", "createdAt");

-- CreateIndex
CREATE INDEX "PaperComment_appointmentId_idx" ON "PaperComment"("appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "PaperComment_partnershipId_id_key" ON "PaperComment"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Attendance_appointmentId_idx" ON "Attendance"("appointmentId");

-- CreateIndex
CREATE INDEX "Attendance_organisationId_idx" ON "Attendance"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_partnershipId_id_key" ON "Attendance"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_appointmentId_key" ON "Attendance"("meetingId", "appointmentId");

-- CreateIndex
CREATE INDEX "AccessNeed_appointmentId_idx" ON "AccessNeed"("appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "AccessNeed_partnershipId_id_key" ON "AccessNeed"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "MeetingAction_meetingId_idx" ON "MeetingAction"("meetingId");

-- CreateIndex
CREATE INDEX "MeetingAction_itemId_idx" ON "MeetingAction"("itemId");

-- CreateIndex
CREATE INDEX "MeetingAction_appointmentId_idx" ON "MeetingAction"("appointmentId");

-- CreateIndex
CREATE INDEX "MeetingAction_partnershipId_doneOn_dueOn_id_idx" ON "MeetingAction"("partnershipId", "doneOn", "dueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MeetingAction_partnershipId_id_key" ON "MeetingAction"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "MinutedDecision_itemId_minutedAt_idx" ON "MinutedDecision"("itemId", "minutedAt");

-- CreateIndex
CREATE INDEX "ReportBack_appointmentId_idx" ON "ReportBack"("appointmentId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportBack_partnershipId_id_key" ON "ReportBack"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReportBack_meetingId_appointmentId_key" ON "ReportBack"("meetingId", "appointmentId");

-- CreateIndex
CREATE INDEX "ReservedDay_partnershipId_endsOn_idx" ON "ReservedDay"("partnershipId", "endsOn");

-- CreateIndex
CREATE UNIQUE INDEX "ReservedDay_partnershipId_id_key" ON "ReservedDay"("partnershipId", "id");

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_partnershipId_dueItemId_fkey" FOREIGN KEY ("partnershipId", "dueItemId") REFERENCES "DueItem"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueItem" ADD CONSTRAINT "DueItem_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueItem" ADD CONSTRAINT "DueItem_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_partnershipId_itemId_fkey" FOREIGN KEY ("partnershipId", "itemId") REFERENCES "AgendaItem"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_partnershipId_fileId_fkey" FOREIGN KEY ("partnershipId", "fileId") REFERENCES "File"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperComment" ADD CONSTRAINT "PaperComment_partnershipId_paperId_fkey" FOREIGN KEY ("partnershipId", "paperId") REFERENCES "Paper"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperComment" ADD CONSTRAINT "PaperComment_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessNeed" ADD CONSTRAINT "AccessNeed_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessAnswer" ADD CONSTRAINT "AccessAnswer_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessAnswer" ADD CONSTRAINT "AccessAnswer_partnershipId_needId_fkey" FOREIGN KEY ("partnershipId", "needId") REFERENCES "AccessNeed"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAction" ADD CONSTRAINT "MeetingAction_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAction" ADD CONSTRAINT "MeetingAction_partnershipId_itemId_fkey" FOREIGN KEY ("partnershipId", "itemId") REFERENCES "AgendaItem"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingAction" ADD CONSTRAINT "MeetingAction_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MinutedDecision" ADD CONSTRAINT "MinutedDecision_partnershipId_itemId_fkey" FOREIGN KEY ("partnershipId", "itemId") REFERENCES "AgendaItem"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportBack" ADD CONSTRAINT "ReportBack_partnershipId_meetingId_fkey" FOREIGN KEY ("partnershipId", "meetingId") REFERENCES "Meeting"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportBack" ADD CONSTRAINT "ReportBack_partnershipId_appointmentId_fkey" FOREIGN KEY ("partnershipId", "appointmentId") REFERENCES "Appointment"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReservedDay" ADD CONSTRAINT "ReservedDay_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_ends_after_it_starts" CHECK ("endsAt" > "startsAt");
-- Nothing is decided under any other business.
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_decides_nothing_under_other_business" CHECK ("kind" <> 'any-other-business' OR "purpose" <> 'decide');
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_late_only_once_sent" CHECK (NOT "isLate" OR "sentAt" IS NOT NULL);
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_of_somebody" CHECK ("appointmentId" IS NOT NULL OR "role" <> 'member');
ALTER TABLE "ReservedDay" ADD CONSTRAINT "ReservedDay_days" CHECK ("endsOn" >= "startsOn");
