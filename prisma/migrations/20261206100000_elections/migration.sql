-- CreateTable
CREATE TABLE "NetworkElection" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "constituencyId" TEXT,
    "lineId" TEXT,
    "title" JSONB NOT NULL,
    "role" JSONB NOT NULL DEFAULT '{}',
    "personSpec" JSONB NOT NULL DEFAULT '{}',
    "timeNeeded" JSONB NOT NULL DEFAULT '{}',
    "expenses" JSONB NOT NULL DEFAULT '{}',
    "seats" INTEGER NOT NULL,
    "termStartsOn" DATE NOT NULL,
    "termInMonths" INTEGER NOT NULL DEFAULT 36,
    "rules" TEXT NOT NULL,
    "electorate" TEXT NOT NULL DEFAULT 'organisations',
    "method" TEXT NOT NULL DEFAULT 'both',
    "noticeOn" DATE,
    "qualifyingOn" DATE,
    "nominationsOpenOn" DATE,
    "nominationsCloseOn" DATE,
    "withdrawalsUntil" DATE,
    "candidatesOn" DATE,
    "pollOpensOn" DATE,
    "pollClosesAt" TIMESTAMPTZ(3),
    "countOn" DATE,
    "challengesUntil" DATE,
    "supporters" INTEGER NOT NULL DEFAULT 2,
    "statementWords" INTEGER NOT NULL DEFAULT 200,
    "ballotOrder" TEXT NOT NULL DEFAULT 'lot',
    "mostRanks" INTEGER,
    "paperRule" TEXT NOT NULL DEFAULT 'paper-counts',
    "publication" TEXT NOT NULL DEFAULT 'usual',
    "reserves" JSONB NOT NULL DEFAULT '[]',
    "shortfall" TEXT NOT NULL DEFAULT 'co-option',
    "turnoutLeast" INTEGER,
    "returningOfficerId" TEXT,
    "issued" INTEGER,
    "totals" JSONB,
    "ballotHash" TEXT,
    "rulesHash" TEXT,
    "lotText" TEXT,
    "declaration" JSONB,
    "origin" TEXT NOT NULL DEFAULT 'held',
    "source" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NetworkElection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ElectionScrutineer" (
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3),
    "report" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ElectionScrutineer_pkey" PRIMARY KEY ("electionId","personId")
);

-- CreateTable
CREATE TABLE "ElectionStep" (
    "id" BIGSERIAL NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" JSONB NOT NULL DEFAULT '{}',
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ElectionStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Nomination" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisationId" TEXT,
    "organisation" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "telephone" TEXT,
    "language" TEXT NOT NULL,
    "statement" JSONB NOT NULL DEFAULT '{}',
    "conflicts" TEXT NOT NULL DEFAULT '',
    "service" TEXT NOT NULL DEFAULT '',
    "answers" JSONB NOT NULL DEFAULT '{}',
    "photoId" TEXT,
    "photoAlt" JSONB NOT NULL DEFAULT '{}',
    "groups" JSONB NOT NULL DEFAULT '{}',
    "linkHash" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "consentedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "ruling" TEXT,
    "ruledAt" TIMESTAMPTZ(3),
    "rulingReason" JSONB NOT NULL DEFAULT '{}',
    "number" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Nomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NominationSupport" (
    "partnershipId" TEXT NOT NULL,
    "nominationId" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "linkHash" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),

    CONSTRAINT "NominationSupport_pkey" PRIMARY KEY ("nominationId","part")
);

-- CreateTable
CREATE TABLE "HustingsQuestion" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "askedText" TEXT NOT NULL DEFAULT '',
    "askedLanguage" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "putAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "reason" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "HustingsQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HustingsAnswer" (
    "partnershipId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "nominationId" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HustingsAnswer_pkey" PRIMARY KEY ("questionId","nominationId")
);

-- CreateTable
CREATE TABLE "Voter" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "memberId" TEXT,
    "name" TEXT NOT NULL,
    "delegate" TEXT NOT NULL DEFAULT '',
    "email" TEXT,
    "post" TEXT,
    "language" TEXT NOT NULL,
    "issue" INTEGER NOT NULL DEFAULT 1,
    "codeHash" TEXT,
    "struckReason" TEXT,
    "paperOn" DATE,
    "paperRuling" TEXT,
    "voted" TEXT,

    CONSTRAINT "Voter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VoterLetter" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "voterId" TEXT NOT NULL,
    "issue" INTEGER NOT NULL,
    "way" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastProblem" TEXT,
    "nextAttemptAt" TIMESTAMPTZ(3),

    CONSTRAINT "VoterLetter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BallotBox" (
    "electionId" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "ballot" BYTEA NOT NULL,

    CONSTRAINT "BallotBox_pkey" PRIMARY KEY ("electionId","slot")
);

-- CreateTable
CREATE TABLE "PollMark" (
    "electionId" TEXT NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "PollMark_pkey" PRIMARY KEY ("electionId","mark")
);

-- CreateTable
CREATE TABLE "PaperBallot" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "serial" INTEGER NOT NULL,
    "first" JSONB,
    "firstById" TEXT,
    "second" JSONB,
    "secondById" TEXT,
    "settled" JSONB,

    CONSTRAINT "PaperBallot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SealedBallot" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "papers" INTEGER NOT NULL DEFAULT 1,
    "preferences" JSONB NOT NULL,
    "spoilt" TEXT,

    CONSTRAINT "SealedBallot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrackingCode" (
    "electionId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "batch" INTEGER NOT NULL,

    CONSTRAINT "TrackingCode_pkey" PRIMARY KEY ("electionId","code")
);

-- CreateTable
CREATE TABLE "ElectionCount" (
    "electionId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "first" TEXT NOT NULL,
    "second" TEXT NOT NULL,
    "countedAt" TIMESTAMPTZ(3) NOT NULL,
    "countedById" TEXT,

    CONSTRAINT "ElectionCount_pkey" PRIMARY KEY ("electionId")
);

-- CreateTable
CREATE TABLE "ElectionChallenge" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "electionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "grounds" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "ruling" TEXT,
    "ruledAt" TIMESTAMPTZ(3),
    "rulingReason" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ElectionChallenge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NetworkElection_partnershipId_noticeOn_id_idx" ON "NetworkElection"("partnershipId", "noticeOn" DESC, "id");

-- CreateIndex
CREATE INDEX "NetworkElection_networkId_idx" ON "NetworkElection"("networkId");

-- CreateIndex
CREATE UNIQUE INDEX "NetworkElection_partnershipId_id_key" ON "NetworkElection"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "ElectionScrutineer_personId_idx" ON "ElectionScrutineer"("personId");

-- CreateIndex
CREATE INDEX "ElectionStep_electionId_id_idx" ON "ElectionStep"("electionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_linkHash_key" ON "Nomination"("linkHash");

-- CreateIndex
CREATE INDEX "Nomination_electionId_sentAt_idx" ON "Nomination"("electionId", "sentAt");

-- CreateIndex
CREATE INDEX "Nomination_organisationId_idx" ON "Nomination"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_partnershipId_id_key" ON "Nomination"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Nomination_electionId_number_key" ON "Nomination"("electionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "NominationSupport_linkHash_key" ON "NominationSupport"("linkHash");

-- CreateIndex
CREATE INDEX "NominationSupport_memberId_idx" ON "NominationSupport"("memberId");

-- CreateIndex
CREATE INDEX "HustingsQuestion_electionId_putAt_idx" ON "HustingsQuestion"("electionId", "putAt");

-- CreateIndex
CREATE UNIQUE INDEX "HustingsQuestion_partnershipId_id_key" ON "HustingsQuestion"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "HustingsAnswer_nominationId_idx" ON "HustingsAnswer"("nominationId");

-- CreateIndex
CREATE UNIQUE INDEX "Voter_codeHash_key" ON "Voter"("codeHash");

-- CreateIndex
CREATE INDEX "Voter_electionId_name_id_idx" ON "Voter"("electionId", "name", "id");

-- CreateIndex
CREATE INDEX "Voter_electionId_email_idx" ON "Voter"("electionId", "email");

-- CreateIndex
CREATE INDEX "Voter_memberId_idx" ON "Voter"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Voter_partnershipId_id_key" ON "Voter"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Voter_electionId_number_key" ON "Voter"("electionId", "number");

-- CreateIndex
CREATE INDEX "VoterLetter_voterId_issue_idx" ON "VoterLetter"("voterId", "issue");

-- CreateIndex
CREATE INDEX "VoterLetter_nextAttemptAt_idx" ON "VoterLetter"("nextAttemptAt");

-- CreateIndex
CREATE UNIQUE INDEX "PaperBallot_electionId_serial_key" ON "PaperBallot"("electionId", "serial");

-- CreateIndex
CREATE INDEX "SealedBallot_electionId_idx" ON "SealedBallot"("electionId");

-- CreateIndex
CREATE INDEX "ElectionChallenge_electionId_sentAt_idx" ON "ElectionChallenge"("electionId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "ElectionChallenge_partnershipId_id_key" ON "ElectionChallenge"("partnershipId", "id");

-- AddForeignKey
ALTER TABLE "NetworkElection" ADD CONSTRAINT "NetworkElection_partnershipId_fkey" FOREIGN KEY ("partnershipId") REFERENCES "Partnership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NetworkElection" ADD CONSTRAINT "NetworkElection_partnershipId_networkId_fkey" FOREIGN KEY ("partnershipId", "networkId") REFERENCES "Network"("partnershipId", "bodyId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NetworkElection" ADD CONSTRAINT "NetworkElection_partnershipId_constituencyId_fkey" FOREIGN KEY ("partnershipId", "constituencyId") REFERENCES "NetworkConstituency"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NetworkElection" ADD CONSTRAINT "NetworkElection_partnershipId_lineId_fkey" FOREIGN KEY ("partnershipId", "lineId") REFERENCES "SeatLine"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NetworkElection" ADD CONSTRAINT "NetworkElection_returningOfficerId_fkey" FOREIGN KEY ("returningOfficerId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionScrutineer" ADD CONSTRAINT "ElectionScrutineer_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionScrutineer" ADD CONSTRAINT "ElectionScrutineer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionStep" ADD CONSTRAINT "ElectionStep_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_partnershipId_organisationId_fkey" FOREIGN KEY ("partnershipId", "organisationId") REFERENCES "Organisation"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_partnershipId_photoId_fkey" FOREIGN KEY ("partnershipId", "photoId") REFERENCES "File"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationSupport" ADD CONSTRAINT "NominationSupport_partnershipId_nominationId_fkey" FOREIGN KEY ("partnershipId", "nominationId") REFERENCES "Nomination"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NominationSupport" ADD CONSTRAINT "NominationSupport_partnershipId_memberId_fkey" FOREIGN KEY ("partnershipId", "memberId") REFERENCES "NetworkMember"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HustingsQuestion" ADD CONSTRAINT "HustingsQuestion_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HustingsAnswer" ADD CONSTRAINT "HustingsAnswer_partnershipId_questionId_fkey" FOREIGN KEY ("partnershipId", "questionId") REFERENCES "HustingsQuestion"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HustingsAnswer" ADD CONSTRAINT "HustingsAnswer_partnershipId_nominationId_fkey" FOREIGN KEY ("partnershipId", "nominationId") REFERENCES "Nomination"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voter" ADD CONSTRAINT "Voter_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Voter" ADD CONSTRAINT "Voter_partnershipId_memberId_fkey" FOREIGN KEY ("partnershipId", "memberId") REFERENCES "NetworkMember"("partnershipId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoterLetter" ADD CONSTRAINT "VoterLetter_partnershipId_voterId_fkey" FOREIGN KEY ("partnershipId", "voterId") REFERENCES "Voter"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperBallot" ADD CONSTRAINT "PaperBallot_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionCount" ADD CONSTRAINT "ElectionCount_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElectionChallenge" ADD CONSTRAINT "ElectionChallenge_partnershipId_electionId_fkey" FOREIGN KEY ("partnershipId", "electionId") REFERENCES "NetworkElection"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;



ALTER TABLE "NetworkElection" ADD CONSTRAINT "NetworkElection_figures" CHECK ("seats" > 0 AND "termInMonths" > 0 AND "supporters" BETWEEN 0 AND 2 AND "statementWords" > 0 AND ("mostRanks" IS NULL OR "mostRanks" > 0) AND ("turnoutLeast" IS NULL OR "turnoutLeast" BETWEEN 1 AND 100));
ALTER TABLE "Voter" ADD CONSTRAINT "Voter_figures" CHECK ("number" > 0 AND "issue" > 0);
ALTER TABLE "Nomination" ADD CONSTRAINT "Nomination_number" CHECK ("number" IS NULL OR "number" > 0);
-- Papers are keyed by two people apart.
ALTER TABLE "PaperBallot" ADD CONSTRAINT "PaperBallot_two_people" CHECK ("firstById" IS NULL OR "secondById" IS NULL OR "firstById" <> "secondById");

CREATE TRIGGER election_step_is_append_only BEFORE UPDATE OR DELETE ON "ElectionStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER election_step_is_never_emptied BEFORE TRUNCATE ON "ElectionStep" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER election_count_never_changes BEFORE UPDATE ON "ElectionCount" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER sealed_ballot_never_changes BEFORE UPDATE ON "SealedBallot" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was sealed and what was declared stand as they were.
CREATE FUNCTION declared_never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."ballotHash" IS NOT NULL AND NEW."ballotHash" IS DISTINCT FROM OLD."ballotHash")
    OR (OLD."lotText" IS NOT NULL AND NEW."lotText" IS DISTINCT FROM OLD."lotText")
    OR (OLD."declaration" IS NOT NULL AND NEW."declaration" IS DISTINCT FROM OLD."declaration") THEN
    RAISE EXCEPTION 'what was sealed, drawn or declared never changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER declared_never_changes BEFORE UPDATE ON "NetworkElection" FOR EACH ROW EXECUTE FUNCTION declared_never_changes();
