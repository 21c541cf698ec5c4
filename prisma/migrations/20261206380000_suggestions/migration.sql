-- CreateTable
CREATE TABLE "SuggestionRun" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "codeframeId" TEXT,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),
    "measures" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "SuggestionRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ThemeSuggestion" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "terms" TEXT[],
    "pairs" TEXT[],
    "closeness" DOUBLE PRECISION NOT NULL,
    "textIds" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'open',
    "codeId" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "ThemeSuggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodeSuggestion" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "runId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "likelihood" DOUBLE PRECISION,
    "state" TEXT NOT NULL DEFAULT 'open',
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "CodeSuggestion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SuggestionRun_setId_questionId_kind_idx" ON "SuggestionRun"("setId", "questionId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "SuggestionRun_partnershipId_id_key" ON "SuggestionRun"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "ThemeSuggestion_runId_place_idx" ON "ThemeSuggestion"("runId", "place");

-- CreateIndex
CREATE INDEX "CodeSuggestion_codeId_state_idx" ON "CodeSuggestion"("codeId", "state");

-- CreateIndex
CREATE INDEX "CodeSuggestion_runId_idx" ON "CodeSuggestion"("runId");

-- CreateIndex
CREATE UNIQUE INDEX "CodeSuggestion_textId_codeId_source_key" ON "CodeSuggestion"("textId", "codeId", "source");

-- AddForeignKey
ALTER TABLE "SuggestionRun" ADD CONSTRAINT "SuggestionRun_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThemeSuggestion" ADD CONSTRAINT "ThemeSuggestion_partnershipId_runId_fkey" FOREIGN KEY ("partnershipId", "runId") REFERENCES "SuggestionRun"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeSuggestion" ADD CONSTRAINT "CodeSuggestion_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeSuggestion" ADD CONSTRAINT "CodeSuggestion_partnershipId_codeId_fkey" FOREIGN KEY ("partnershipId", "codeId") REFERENCES "Code"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeSuggestion" ADD CONSTRAINT "CodeSuggestion_partnershipId_runId_fkey" FOREIGN KEY ("partnershipId", "runId") REFERENCES "SuggestionRun"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
