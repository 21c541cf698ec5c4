-- What was decided after a consultation, the replies to what people said, and who asked to be told of them.
CREATE TABLE "Outcome" (
    "consultationId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "decision" JSONB NOT NULL DEFAULT '{}',
    "reasons" JSONB NOT NULL DEFAULT '{}',
    "nextSteps" JSONB NOT NULL DEFAULT '{}',
    "decidedOn" DATE,
    "laterOn" DATE,
    "laterReason" JSONB NOT NULL DEFAULT '{}',
    "authorIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "told" INTEGER NOT NULL DEFAULT 0,
    "remindedAt" INTEGER,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("consultationId")
);

CREATE TABLE "Reply" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "said" JSONB NOT NULL,
    "did" JSONB NOT NULL,
    "progress" TEXT NOT NULL,
    "owner" JSONB NOT NULL,
    "dueOn" DATE,
    "questionIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "evidence" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ReplyUpdate" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "replyId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "progress" TEXT NOT NULL,
    "note" JSONB NOT NULL,

    CONSTRAINT "ReplyUpdate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Follower" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Follower_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Outcome_partnershipId_consultationId_key" ON "Outcome"("partnershipId", "consultationId");
CREATE INDEX "Reply_consultationId_place_idx" ON "Reply"("consultationId", "place");
CREATE UNIQUE INDEX "Reply_partnershipId_id_key" ON "Reply"("partnershipId", "id");
CREATE INDEX "ReplyUpdate_replyId_at_idx" ON "ReplyUpdate"("replyId", "at");
CREATE UNIQUE INDEX "Follower_linkHash_key" ON "Follower"("linkHash");
CREATE INDEX "Follower_askedAt_idx" ON "Follower"("askedAt");
CREATE UNIQUE INDEX "Follower_consultationId_email_key" ON "Follower"("consultationId", "email");

ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ReplyUpdate" ADD CONSTRAINT "ReplyUpdate_partnershipId_replyId_fkey" FOREIGN KEY ("partnershipId", "replyId") REFERENCES "Reply"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Follower" ADD CONSTRAINT "Follower_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Follower" ADD CONSTRAINT "follower_email_is_lower_case" CHECK ("email" = lower("email"));
ALTER TABLE "Reply" ADD CONSTRAINT "reply_progress_is_known" CHECK ("progress" IN ('done', 'doing', 'will-do', 'not-doing', 'noted'));
ALTER TABLE "Reply" ADD CONSTRAINT "reply_promise_has_a_day" CHECK ("dueOn" IS NOT NULL OR "progress" NOT IN ('doing', 'will-do'));
