-- CreateTable
CREATE TABLE "Codeframe" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "questionIds" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 0,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Codeframe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Code" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "codeframeId" TEXT NOT NULL,
    "parentId" TEXT,
    "place" INTEGER NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'usual',
    "name" JSONB NOT NULL,
    "definition" JSONB NOT NULL DEFAULT '{}',
    "include" JSONB NOT NULL DEFAULT '{}',
    "exclude" JSONB NOT NULL DEFAULT '{}',
    "example" JSONB NOT NULL DEFAULT '{}',
    "isCrossCutting" BOOLEAN NOT NULL DEFAULT false,
    "isEquality" BOOLEAN NOT NULL DEFAULT false,
    "retiredAt" TIMESTAMPTZ(3),
    "mergedIntoId" TEXT,

    CONSTRAINT "Code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodeframeVersion" (
    "codeframeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "codes" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" TEXT NOT NULL,

    CONSTRAINT "CodeframeVersion_pkey" PRIMARY KEY ("codeframeId", "number")
);

-- CreateTable
CREATE TABLE "CodeframeChange" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "codeframeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "made" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" TEXT NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "CodeframeChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "coderId" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "stance" TEXT,
    "version" INTEGER NOT NULL,
    "pass" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "changeId" TEXT,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodingMove" (
    "changeId" TEXT NOT NULL,
    "codingId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "fromCodeId" TEXT NOT NULL,
    "coderId" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "stance" TEXT,
    "version" INTEGER NOT NULL,
    "pass" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "earlierChangeId" TEXT,
    "isDropped" BOOLEAN NOT NULL,

    CONSTRAINT "CodingMove_pkey" PRIMARY KEY ("changeId", "codingId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Codeframe_partnershipId_id_key" ON "Codeframe"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Codeframe_consultationId_idx" ON "Codeframe"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Code_partnershipId_id_key" ON "Code"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "Code_codeframeId_parentId_place_idx" ON "Code"("codeframeId", "parentId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "CodeframeChange_partnershipId_id_key" ON "CodeframeChange"("partnershipId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CodeframeChange_codeframeId_number_key" ON "CodeframeChange"("codeframeId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_partnershipId_id_key" ON "Coding"("partnershipId", "id");

-- CreateIndex
-- because a code for the whole answer, which has no start and no end, stands once too
CREATE UNIQUE INDEX "Coding_textId_codeId_coderId_pass_start_end_key" ON "Coding"("textId", "codeId", "coderId", "pass", "start", "end") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "Coding_codeId_textId_idx" ON "Coding"("codeId", "textId");

-- CreateIndex
CREATE INDEX "Coding_changeId_idx" ON "Coding"("changeId");

-- CreateIndex
CREATE INDEX "CodingMove_textId_idx" ON "CodingMove"("textId");

-- AddForeignKey
ALTER TABLE "Codeframe" ADD CONSTRAINT "Codeframe_partnershipId_consultationId_fkey" FOREIGN KEY ("partnershipId", "consultationId") REFERENCES "Consultation"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_partnershipId_codeframeId_fkey" FOREIGN KEY ("partnershipId", "codeframeId") REFERENCES "Codeframe"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Code" ADD CONSTRAINT "Code_partnershipId_parentId_fkey" FOREIGN KEY ("partnershipId", "parentId") REFERENCES "Code"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeframeVersion" ADD CONSTRAINT "CodeframeVersion_partnershipId_codeframeId_fkey" FOREIGN KEY ("partnershipId", "codeframeId") REFERENCES "Codeframe"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodeframeChange" ADD CONSTRAINT "CodeframeChange_partnershipId_codeframeId_fkey" FOREIGN KEY ("partnershipId", "codeframeId") REFERENCES "Codeframe"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_partnershipId_codeId_fkey" FOREIGN KEY ("partnershipId", "codeId") REFERENCES "Code"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_partnershipId_changeId_fkey" FOREIGN KEY ("partnershipId", "changeId") REFERENCES "CodeframeChange"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingMove" ADD CONSTRAINT "CodingMove_partnershipId_changeId_fkey" FOREIGN KEY ("partnershipId", "changeId") REFERENCES "CodeframeChange"("partnershipId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingMove" ADD CONSTRAINT "CodingMove_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A part of an answer has a start and an end, and something between them.
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_span" CHECK (("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR ("start" >= 0 AND "end" > "start")));
