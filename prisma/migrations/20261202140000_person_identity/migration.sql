-- Whose account at the council's own provider of sign-in is whose here.
CREATE TABLE "PersonIdentity" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonIdentity_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "PersonIdentity_issuer_subject_key" ON "PersonIdentity"("issuer", "subject");
CREATE UNIQUE INDEX "PersonIdentity_personId_issuer_key" ON "PersonIdentity"("personId", "issuer");

ALTER TABLE "PersonIdentity" ADD CONSTRAINT "PersonIdentity_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
