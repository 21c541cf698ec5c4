-- Minutes say of what was put to the vote at an item whether it was agreed.
ALTER TABLE "MinutedDecision" ADD COLUMN "isCarried" BOOLEAN NOT NULL DEFAULT true;
UPDATE "MinutedDecision" m SET "isCarried" = false FROM "Decision" d
WHERE d.id = m."decisionId" AND d.outcome IS DISTINCT FROM 'agreed' AND d.outcome IS DISTINCT FROM 'full-partnership-agreed';
