-- Networks: how organisations join them, belong to them and lapse.

CREATE TABLE "Network" (
    "bodyId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "joining" JSONB NOT NULL DEFAULT '{}',
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "publicBodiesVote" BOOLEAN NOT NULL DEFAULT false,
    "confirmInMonths" INTEGER NOT NULL DEFAULT 12,
    "lapseInDays" INTEGER NOT NULL DEFAULT 60,

    CONSTRAINT "Network_pkey" PRIMARY KEY ("bodyId")
);

CREATE TABLE "NetworkConstituency" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "NetworkConstituency_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "NetworkMember" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "joinedOn" DATE NOT NULL,
    "confirmedOn" DATE NOT NULL,
    "askedOn" DATE,
    "remindedOn" DATE,
    "suspendedOn" DATE,
    "leftOn" DATE,
    "linkHash" TEXT,

    CONSTRAINT "NetworkMember_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MemberConstituency" (
    "memberId" TEXT NOT NULL,
    "constituencyId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,

    CONSTRAINT "MemberConstituency_pkey" PRIMARY KEY ("memberId", "constituencyId")
);

CREATE TABLE "NetworkDelegate" (
    "memberId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "telephone" TEXT,
    "post" TEXT,
    "language" TEXT NOT NULL,

    CONSTRAINT "NetworkDelegate_pkey" PRIMARY KEY ("memberId", "role")
);

CREATE TABLE "NetworkApplication" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "charityNumber" TEXT,
    "website" TEXT,
    "about" TEXT NOT NULL DEFAULT '',
    "constituencies" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "telephone" TEXT,
    "deputyName" TEXT,
    "deputyEmail" TEXT,
    "language" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "linkHash" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "memberId" TEXT,

    CONSTRAINT "NetworkApplication_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Network_partnershipId_bodyId_key" ON "Network"("partnershipId", "bodyId");
CREATE UNIQUE INDEX "NetworkConstituency_partnershipId_id_key" ON "NetworkConstituency"("partnershipId", "id");
CREATE INDEX "NetworkConstituency_networkId_position_idx" ON "NetworkConstituency"("networkId", "position");
CREATE UNIQUE INDEX "NetworkMember_linkHash_key" ON "NetworkMember"("linkHash");
CREATE UNIQUE INDEX "NetworkMember_partnershipId_id_key" ON "NetworkMember"("partnershipId", "id");
CREATE UNIQUE INDEX "NetworkMember_networkId_organisationId_key" ON "NetworkMember"("networkId", "organisationId");
CREATE INDEX "NetworkMember_organisationId_idx" ON "NetworkMember"("organisationId");
CREATE INDEX "MemberConstituency_constituencyId_idx" ON "MemberConstituency"("constituencyId");
CREATE INDEX "NetworkDelegate_partnershipId_email_idx" ON "NetworkDelegate"("partnershipId", "email");
CREATE UNIQUE INDEX "NetworkApplication_linkHash_key" ON "NetworkApplication"("linkHash");
CREATE UNIQUE INDEX "NetworkApplication_partnershipId_id_key" ON "NetworkApplication"("partnershipId", "id");
CREATE INDEX "NetworkApplication_networkId_decidedAt_confirmedAt_idx" ON "NetworkApplication"("networkId", "decidedAt", "confirmedAt");
CREATE INDEX "NetworkApplication_partnershipId_email_idx" ON "NetworkApplication"("partnershipId", "email");

ALTER TABLE "Network" ADD CONSTRAINT "Network_partnershipId_bodyId_fkey" FOREIGN KEY ("partnershipId", "bodyId") REFERENCES "Body"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NetworkConstituency" ADD CONSTRAINT "NetworkConstituency_partnershipId_networkId_fkey" FOREIGN KEY ("partnershipId", "networkId") REFERENCES "Network"("partnershipId", "bodyId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NetworkMember" ADD CONSTRAINT "NetworkMember_partnershipId_networkId_fkey" FOREIGN KEY ("partnershipId", "networkId") REFERENCES "Network"("partnershipId", "bodyId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "NetworkMember" ADD CONSTRAINT "NetworkMember_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "MemberConstituency" ADD CONSTRAINT "MemberConstituency_partnershipId_memberId_fkey" FOREIGN KEY ("partnershipId", "memberId") REFERENCES "NetworkMember"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "MemberConstituency" ADD CONSTRAINT "MemberConstituency_partnershipId_constituencyId_fkey" FOREIGN KEY ("partnershipId", "constituencyId") REFERENCES "NetworkConstituency"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NetworkDelegate" ADD CONSTRAINT "NetworkDelegate_partnershipId_memberId_fkey" FOREIGN KEY ("partnershipId", "memberId") REFERENCES "NetworkMember"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "NetworkApplication" ADD CONSTRAINT "NetworkApplication_partnershipId_networkId_fkey" FOREIGN KEY ("partnershipId", "networkId") REFERENCES "Network"("partnershipId", "bodyId") ON DELETE RESTRICT ON UPDATE CASCADE;
