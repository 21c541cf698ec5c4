-- Passwords, authenticator apps, recovery codes and passkeys; what a session was begun with and on which device.
ALTER TABLE "Session" ADD COLUMN "begunBy" TEXT,
    ADD COLUMN "secondFactorAt" TIMESTAMPTZ(3),
    ADD COLUMN "lastSeenAt" TIMESTAMPTZ(3),
    ADD COLUMN "device" TEXT;

CREATE TABLE "Password" (
    "personId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Password_pkey" PRIMARY KEY ("personId")
);

CREATE TABLE "Authenticator" (
    "personId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastStep" BIGINT NOT NULL,

    CONSTRAINT "Authenticator_pkey" PRIMARY KEY ("personId")
);

CREATE TABLE "RecoveryCode" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PasskeyChallenge" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PasskeyChallenge_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "FailedTries" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "lastAt" TIMESTAMPTZ(3) NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FailedTries_pkey" PRIMARY KEY ("key")
);

CREATE TABLE "PendingEmail" (
    "personId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PendingEmail_pkey" PRIMARY KEY ("personId")
);

CREATE INDEX "RecoveryCode_personId_idx" ON "RecoveryCode"("personId");
CREATE INDEX "Passkey_personId_idx" ON "Passkey"("personId");
CREATE UNIQUE INDEX "PendingEmail_linkHash_key" ON "PendingEmail"("linkHash");

ALTER TABLE "Password" ADD CONSTRAINT "Password_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Authenticator" ADD CONSTRAINT "Authenticator_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PendingEmail" ADD CONSTRAINT "PendingEmail_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PendingEmail" ADD CONSTRAINT "pending_email_is_lower_case" CHECK ("email" = lower("email"));
