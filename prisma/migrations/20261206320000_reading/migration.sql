-- CreateTable
CREATE TABLE "TextMark" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settledById" TEXT,
    "settledNote" TEXT,

    CONSTRAINT "TextMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TextMark_textId_idx" ON "TextMark"("textId");

-- CreateIndex
CREATE INDEX "TextMark_consultationId_questionId_kind_textId_idx" ON "TextMark"("consultationId", "questionId", "kind", "textId");

-- CreateIndex
CREATE INDEX "AnswerText_consultationId_questionId_responseId_revision_id_idx" ON "AnswerText"("consultationId", "questionId", "responseId", "revision", "id");

-- CreateIndex
CREATE INDEX "SetResponse_setId_isIncluded_responseId_revision_idx" ON "SetResponse"("setId", "isIncluded", "responseId", "revision");

-- AddForeignKey
ALTER TABLE "TextMark" ADD CONSTRAINT "TextMark_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A text is flagged once, and asked a second look at once, until that is settled; it is read once by each.
CREATE UNIQUE INDEX "TextMark_one_at_a_time" ON "TextMark"("textId", "kind") WHERE "kind" IN ('flag', 'second-look') AND "settledAt" IS NULL;
CREATE UNIQUE INDEX "TextMark_read_once" ON "TextMark"("textId", "personId") WHERE "kind" = 'read';

-- CreateTable
CREATE TABLE "ReadingOrder" (
    "setId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "ids" TEXT NOT NULL,

    CONSTRAINT "ReadingOrder_pkey" PRIMARY KEY ("setId","questionId")
);

-- AddForeignKey
ALTER TABLE "ReadingOrder" ADD CONSTRAINT "ReadingOrder_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- because nothing is gained by packing what was made to look like chance
ALTER TABLE "ReadingOrder" ALTER COLUMN "ids" SET STORAGE EXTERNAL;
