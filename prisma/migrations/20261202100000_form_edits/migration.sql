-- What was done to the working copy of a form, so that it can be told, undone and done again.
CREATE TABLE "FormEdit" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "formVersionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "about" JSONB,
    "changes" JSONB NOT NULL,
    "ofNumber" INTEGER,
    "isUndone" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "FormEdit_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "FormEdit_partnershipId_formVersionId_fkey" FOREIGN KEY ("partnershipId", "formVersionId") REFERENCES "FormVersion"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "FormEdit_formVersionId_number_key" ON "FormEdit"("formVersionId", "number");
