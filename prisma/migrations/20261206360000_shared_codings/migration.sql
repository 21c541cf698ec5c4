-- AlterTable
ALTER TABLE "Coding" ADD COLUMN     "isShared" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "CodingMove" ADD COLUMN     "isShared" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "Coding_coderId_at_idx" ON "Coding"("coderId", "at");

-- Few are: they are looked for first, and then the texts they count for.
CREATE INDEX "Coding_shared" ON "Coding"("textId") WHERE "isShared";
