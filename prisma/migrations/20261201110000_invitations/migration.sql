-- Invitations to roles, and roles that somebody holds in one consultation alone.
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "roles" TEXT[],
    "includesBelow" BOOLEAN NOT NULL DEFAULT false,
    "consultationIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "linkHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ConsultationGrant" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsultationGrant_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Invitation_linkHash_key" ON "Invitation"("linkHash");
CREATE INDEX "Invitation_partnershipId_createdAt_id_idx" ON "Invitation"("partnershipId", "createdAt", "id");
CREATE INDEX "ConsultationGrant_partnershipId_idx" ON "ConsultationGrant"("partnershipId");
CREATE INDEX "ConsultationGrant_consultationId_idx" ON "ConsultationGrant"("consultationId");
CREATE UNIQUE INDEX "ConsultationGrant_personId_consultationId_role_key" ON "ConsultationGrant"("personId", "consultationId", "role");

ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ConsultationGrant" ADD CONSTRAINT "ConsultationGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ConsultationGrant" ADD CONSTRAINT "ConsultationGrant_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Invitation" ADD CONSTRAINT "invitation_email_is_lower_case" CHECK ("email" = lower("email"));
