-- CreateTable
CREATE TABLE "TextModeration" (
    "textId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "secondById" TEXT,

    CONSTRAINT "TextModeration_pkey" PRIMARY KEY ("textId")
);

-- CreateTable
CREATE TABLE "Redaction" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TextModeration_partnershipId_textId_key" ON "TextModeration"("partnershipId", "textId");

-- CreateIndex
CREATE UNIQUE INDEX "Redaction_textId_start_end_key" ON "Redaction"("textId", "start", "end");

-- AddForeignKey
ALTER TABLE "TextModeration" ADD CONSTRAINT "TextModeration_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Nobody rejects an answer alone, and what is rejected was agreed to.
ALTER TABLE "TextModeration" ADD CONSTRAINT "TextModeration_two_people" CHECK ("secondById" IS NULL OR "secondById" <> "byId");
ALTER TABLE "TextModeration" ADD CONSTRAINT "TextModeration_rejected_by_two" CHECK (state <> 'rejected' OR "secondById" IS NOT NULL);
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_of_something" CHECK (start >= 0 AND "end" > start);
