-- CreateTable
CREATE TABLE "ReferenceMargin" (
    "consultationId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "area" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "shares" JSONB NOT NULL,
    "loadedById" TEXT NOT NULL,
    "loadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReferenceMargin_pkey" PRIMARY KEY ("consultationId","side")
);

-- AddForeignKey
ALTER TABLE "ReferenceMargin" ADD CONSTRAINT "ReferenceMargin_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
