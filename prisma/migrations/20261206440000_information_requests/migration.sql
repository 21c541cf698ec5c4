-- CreateTable
CREATE TABLE "InformationRequest" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "receivedOn" DATE NOT NULL,
    "asked" TEXT NOT NULL,
    "fileNumber" TEXT,
    "dueOn" DATE,
    "closedOn" DATE,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InformationRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InformationAsker" (
    "requestId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,

    CONSTRAINT "InformationAsker_pkey" PRIMARY KEY ("requestId")
);

-- CreateTable
CREATE TABLE "AskedConsultation" (
    "requestId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,

    CONSTRAINT "AskedConsultation_pkey" PRIMARY KEY ("requestId", "consultationId")
);

-- CreateTable
CREATE TABLE "InformationStep" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "reason" TEXT,
    "counts" JSONB,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InformationStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InformationResponse" (
    "requestId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "exemption" TEXT,
    "publicInterest" TEXT,
    "consultedOn" DATE,
    "respondentSaid" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "givenAt" TIMESTAMPTZ(3),

    CONSTRAINT "InformationResponse_pkey" PRIMARY KEY ("requestId", "responseId")
);

-- CreateTable
CREATE TABLE "InformationRedaction" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exemption" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InformationRedaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "InformationRequest_partnershipId_id_key" ON "InformationRequest"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "InformationRequest_partnershipId_receivedOn_id_idx" ON "InformationRequest"("partnershipId", "receivedOn", "id");

-- CreateIndex
CREATE INDEX "InformationRequest_partnershipId_closedOn_dueOn_idx" ON "InformationRequest"("partnershipId", "closedOn", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "InformationAsker_partnershipId_requestId_key" ON "InformationAsker"("partnershipId", "requestId");

-- CreateIndex
CREATE INDEX "AskedConsultation_consultationId_idx" ON "AskedConsultation"("consultationId");

-- CreateIndex
CREATE INDEX "InformationStep_requestId_at_idx" ON "InformationStep"("requestId", "at");

-- CreateIndex
CREATE INDEX "InformationResponse_responseId_idx" ON "InformationResponse"("responseId");

-- CreateIndex
CREATE INDEX "InformationResponse_consultationId_givenAt_idx" ON "InformationResponse"("consultationId", "givenAt");

-- CreateIndex
CREATE UNIQUE INDEX "InformationRedaction_requestId_textId_start_end_key" ON "InformationRedaction"("requestId", "textId", "start", "end");

-- CreateIndex
CREATE INDEX "InformationRedaction_textId_idx" ON "InformationRedaction"("textId");

-- AddForeignKey
ALTER TABLE "InformationRequest" ADD CONSTRAINT "InformationRequest_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationAsker" ADD CONSTRAINT "InformationAsker_partnershipId_requestId_fkey" FOREIGN KEY ("partnershipId", "requestId") REFERENCES "InformationRequest"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AskedConsultation" ADD CONSTRAINT "AskedConsultation_partnershipId_requestId_fkey" FOREIGN KEY ("partnershipId", "requestId") REFERENCES "InformationRequest"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AskedConsultation" ADD CONSTRAINT "AskedConsultation_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationStep" ADD CONSTRAINT "InformationStep_partnershipId_requestId_fkey" FOREIGN KEY ("partnershipId", "requestId") REFERENCES "InformationRequest"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationResponse" ADD CONSTRAINT "InformationResponse_partnershipId_requestId_fkey" FOREIGN KEY ("partnershipId", "requestId") REFERENCES "InformationRequest"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationResponse" ADD CONSTRAINT "InformationResponse_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationRedaction" ADD CONSTRAINT "InformationRedaction_partnershipId_requestId_fkey" FOREIGN KEY ("partnershipId", "requestId") REFERENCES "InformationRequest"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InformationRedaction" ADD CONSTRAINT "InformationRedaction_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever is held back is held back by an exemption, and what went out was decided to go.
ALTER TABLE "InformationResponse" ADD CONSTRAINT "InformationResponse_exempt" CHECK ("decision" IS NULL OR "decision" = 'disclose' OR "exemption" IS NOT NULL);
ALTER TABLE "InformationResponse" ADD CONSTRAINT "InformationResponse_given" CHECK ("givenAt" IS NULL OR "decision" IS NOT NULL);
ALTER TABLE "InformationResponse" ADD CONSTRAINT "InformationResponse_decided_by_somebody" CHECK (("decision" IS NULL) = ("decidedById" IS NULL) AND ("decision" IS NULL) = ("decidedAt" IS NULL));
ALTER TABLE "InformationRedaction" ADD CONSTRAINT "InformationRedaction_span" CHECK ("start" >= 0 AND "end" > "start");
