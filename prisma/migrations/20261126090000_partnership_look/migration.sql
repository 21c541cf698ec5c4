-- A partnership's logo, reply address and own host names, and the sender's address that waits to be confirmed.

ALTER TABLE "Partnership" ADD COLUMN "replyTo" TEXT;

ALTER TABLE "Letter" ADD COLUMN "replyTo" TEXT;

CREATE TABLE "PartnershipLogo" (
    "partnershipId" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "PartnershipLogo_pkey" PRIMARY KEY ("partnershipId"),
    CONSTRAINT "PartnershipLogo_partnershipId_fkey" FOREIGN KEY ("partnershipId")
        REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PartnershipLogo_partnershipId_fileId_fkey" FOREIGN KEY ("partnershipId", "fileId")
        REFERENCES "File"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "PartnershipLogo_partnershipId_fileId_key" ON "PartnershipLogo"("partnershipId", "fileId");

CREATE TABLE "PendingSender" (
    "partnershipId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingSender_pkey" PRIMARY KEY ("partnershipId"),
    CONSTRAINT "PendingSender_partnershipId_fkey" FOREIGN KEY ("partnershipId")
        REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE UNIQUE INDEX "PendingSender_linkHash_key" ON "PendingSender"("linkHash");

CREATE TABLE "PartnershipDomain" (
    "host" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "since" TIMESTAMPTZ(3),

    CONSTRAINT "PartnershipDomain_pkey" PRIMARY KEY ("host"),
    CONSTRAINT "PartnershipDomain_host_check" CHECK ("host" = lower("host") AND length("host") <= 253),
    CONSTRAINT "PartnershipDomain_partnershipId_fkey" FOREIGN KEY ("partnershipId")
        REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "PartnershipDomain_partnershipId_idx" ON "PartnershipDomain"("partnershipId");
