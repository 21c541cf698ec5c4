-- A reply says whether what people said is accepted, and which themes it answers.
ALTER TABLE "Reply" ADD COLUMN "verdict" TEXT NOT NULL DEFAULT 'noted',
ADD COLUMN "codeIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
UPDATE "Reply" SET "verdict" = CASE "progress" WHEN 'noted' THEN 'noted' WHEN 'not-doing' THEN 'not-taken' ELSE 'accepted' END;
