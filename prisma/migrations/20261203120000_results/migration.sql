-- Which version a counted response answered, and what it was not asked, so that a part of the responses has its own bases.
ALTER TABLE "CountedResponse" ADD COLUMN "formVersionId" TEXT;
ALTER TABLE "CountedResponse" ADD COLUMN "notAsked" TEXT[] DEFAULT ARRAY[]::TEXT[];
