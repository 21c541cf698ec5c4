-- What an answer says in another language, for whoever reads it.
CREATE TABLE "TextTranslation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "isMachineMade" BOOLEAN NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TextTranslation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TextTranslation_textId_language_key" ON "TextTranslation"("textId", "language");

-- AddForeignKey
ALTER TABLE "TextTranslation" ADD CONSTRAINT "TextTranslation_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
