-- CreateTable
CREATE TABLE "HandOut" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "pass" TEXT NOT NULL,
    "shares" JSONB NOT NULL,
    "seed" TEXT NOT NULL,
    "pool" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "share" INTEGER,
    "least" INTEGER,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" TEXT NOT NULL,

    CONSTRAINT "HandOut_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodingTask" (
    "textId" TEXT NOT NULL,
    "pass" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "coderId" TEXT NOT NULL,
    "handOutId" TEXT,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "CodingTask_pkey" PRIMARY KEY ("textId","pass")
);

-- CreateTable
CREATE TABLE "Settlement" (
    "textId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "settledById" TEXT NOT NULL,
    "settledAt" TIMESTAMPTZ(3) NOT NULL,
    "isTogether" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "Settlement_pkey" PRIMARY KEY ("textId")
);

-- CreateIndex
CREATE UNIQUE INDEX "HandOut_partnershipId_id_key" ON "HandOut"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "HandOut_consultationId_at_idx" ON "HandOut"("consultationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "CodingTask_textId_coderId_key" ON "CodingTask"("textId", "coderId");

-- CreateIndex
CREATE INDEX "CodingTask_consultationId_coderId_questionId_idx" ON "CodingTask"("consultationId", "coderId", "questionId");

-- CreateIndex
CREATE INDEX "CodingTask_handOutId_idx" ON "CodingTask"("handOutId");

-- CreateIndex
CREATE UNIQUE INDEX "Settlement_partnershipId_textId_key" ON "Settlement"("partnershipId", "textId");

-- CreateIndex
CREATE INDEX "Settlement_consultationId_settledAt_idx" ON "Settlement"("consultationId", "settledAt");

-- AddForeignKey
ALTER TABLE "HandOut" ADD CONSTRAINT "HandOut_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingTask" ADD CONSTRAINT "CodingTask_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingTask" ADD CONSTRAINT "CodingTask_partnershipId_handOutId_fkey" FOREIGN KEY ("partnershipId", "handOutId") REFERENCES "HandOut"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Settlement" ADD CONSTRAINT "Settlement_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
