-- What those who sit on bodies say of themselves, under a key that only a secret leads to.
CREATE TABLE "SittingEquality" (
    "key" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "SittingEquality_pkey" PRIMARY KEY ("key")
);

CREATE INDEX "SittingEquality_partnershipId_idx" ON "SittingEquality"("partnershipId");

ALTER TABLE "SittingEquality" ADD CONSTRAINT "SittingEquality_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
