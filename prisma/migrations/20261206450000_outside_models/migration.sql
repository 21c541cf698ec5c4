-- Suggestions of a model outside: which model, what it said of each text, and its themes.
ALTER TABLE "SuggestionRun" ADD COLUMN "model" TEXT, ADD COLUMN "modelVersion" TEXT, ADD COLUMN "digest" TEXT, ADD COLUMN "unknown" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3), ADD COLUMN "withdrawnById" TEXT;

ALTER TABLE "ThemeSuggestion" ADD COLUMN "topicId" TEXT, ADD COLUMN "description" TEXT;

ALTER TABLE "CodeSuggestion" ADD COLUMN "stance" TEXT;

-- CreateTable
CREATE TABLE "OutsideReading" (
    "runId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "topicIds" TEXT[],
    "stances" TEXT[],
    "isDetailed" BOOLEAN,

    CONSTRAINT "OutsideReading_pkey" PRIMARY KEY ("runId","textId")
);

-- CreateIndex
CREATE INDEX "OutsideReading_textId_idx" ON "OutsideReading"("textId");

-- AddForeignKey
ALTER TABLE "OutsideReading" ADD CONSTRAINT "OutsideReading_partnershipId_runId_fkey" FOREIGN KEY ("partnershipId", "runId") REFERENCES "SuggestionRun"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideReading" ADD CONSTRAINT "OutsideReading_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
