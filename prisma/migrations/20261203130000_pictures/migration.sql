-- The pictures of forms.
CREATE TABLE "FormPicture" (
    "fileId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FormPicture_pkey" PRIMARY KEY ("fileId")
);

CREATE UNIQUE INDEX "FormPicture_partnershipId_fileId_key" ON "FormPicture"("partnershipId", "fileId");

CREATE INDEX "FormPicture_addedAt_idx" ON "FormPicture"("addedAt");

ALTER TABLE "FormPicture" ADD CONSTRAINT "FormPicture_partnershipId_fileId_fkey" FOREIGN KEY ("partnershipId", "fileId") REFERENCES "File"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
