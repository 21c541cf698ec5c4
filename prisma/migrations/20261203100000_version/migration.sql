-- A new version of a form that people are answering: why it is made, for everybody to read, and what was decided for languages
-- it is not complete in. Written while it is a working copy, as its questions are.

ALTER TABLE "FormVersion"
    ADD COLUMN "reason" JSONB,
    ADD COLUMN "partialLanguages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "blockedLanguages" TEXT[] DEFAULT ARRAY[]::TEXT[];
