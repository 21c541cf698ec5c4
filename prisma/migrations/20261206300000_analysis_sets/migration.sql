-- CreateTable
CREATE TABLE "AnalysisSet" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "madeById" TEXT,
    "reason" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "frozenAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "included" INTEGER NOT NULL DEFAULT 0,
    "excluded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "AnalysisSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetResponse" (
    "setId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "formVersionId" TEXT,
    "isIncluded" BOOLEAN NOT NULL,
    "because" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "respondentType" TEXT NOT NULL,
    "closed" JSONB NOT NULL,
    "worded" TEXT[],
    "notAsked" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "SetResponse_pkey" PRIMARY KEY ("setId","responseId")
);

-- CreateTable
CREATE TABLE "AnswerText" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "responseId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "search" tsvector NOT NULL,

    CONSTRAINT "AnswerText_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AnalysisSet_partnershipId_id_key" ON "AnalysisSet"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AnalysisSet_consultationId_number_key" ON "AnalysisSet"("consultationId", "number");

-- CreateIndex
CREATE INDEX "SetResponse_responseId_idx" ON "SetResponse"("responseId");

-- CreateIndex
CREATE INDEX "SetResponse_setId_receivedAt_responseId_idx" ON "SetResponse"("setId", "receivedAt", "responseId");

-- CreateIndex
CREATE INDEX "AnswerText_consultationId_questionId_id_idx" ON "AnswerText"("consultationId", "questionId", "id");

-- CreateIndex
CREATE INDEX "AnswerText_search_idx" ON "AnswerText" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerText_partnershipId_id_key" ON "AnswerText"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AnswerText_responseId_revision_questionId_key" ON "AnswerText"("responseId", "revision", "questionId");

-- AddForeignKey
ALTER TABLE "AnalysisSet" ADD CONSTRAINT "AnalysisSet_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetResponse" ADD CONSTRAINT "SetResponse_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetResponse" ADD CONSTRAINT "SetResponse_partnershipId_responseId_fkey" FOREIGN KEY ("partnershipId", "responseId") REFERENCES "Response"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerText" ADD CONSTRAINT "AnswerText_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerText" ADD CONSTRAINT "AnswerText_responseId_revision_fkey" FOREIGN KEY ("responseId", "revision") REFERENCES "ResponseRevision"("responseId", "number") ON DELETE CASCADE ON UPDATE CASCADE;


