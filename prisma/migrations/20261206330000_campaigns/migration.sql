-- CreateTable
CREATE TABLE "CampaignSearch" (
    "setId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "toldAt" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "of" INTEGER NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CampaignSearch_pkey" PRIMARY KEY ("setId")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "consultationId" TEXT NOT NULL,
    "setId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "isPair" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'found',
    "title" TEXT,
    "organiser" TEXT,
    "template" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "texts" INTEGER NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" TEXT,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignText" (
    "campaignId" TEXT NOT NULL,
    "textId" TEXT NOT NULL,
    "partnershipId" TEXT NOT NULL,
    "additions" JSONB NOT NULL,
    "likeness" DOUBLE PRECISION NOT NULL,
    "leftOutAt" TIMESTAMPTZ(3),
    "leftOutById" TEXT,

    CONSTRAINT "CampaignText_pkey" PRIMARY KEY ("campaignId","textId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CampaignSearch_partnershipId_setId_key" ON "CampaignSearch"("partnershipId", "setId");

-- CreateIndex
CREATE INDEX "Campaign_setId_isPair_state_texts_idx" ON "Campaign"("setId", "isPair", "state", "texts");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_partnershipId_id_key" ON "Campaign"("partnershipId", "id");

-- CreateIndex
CREATE INDEX "CampaignText_textId_idx" ON "CampaignText"("textId");

-- AddForeignKey
ALTER TABLE "CampaignSearch" ADD CONSTRAINT "CampaignSearch_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_partnershipId_setId_fkey" FOREIGN KEY ("partnershipId", "setId") REFERENCES "AnalysisSet"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignText" ADD CONSTRAINT "CampaignText_partnershipId_campaignId_fkey" FOREIGN KEY ("partnershipId", "campaignId") REFERENCES "Campaign"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignText" ADD CONSTRAINT "CampaignText_partnershipId_textId_fkey" FOREIGN KEY ("partnershipId", "textId") REFERENCES "AnswerText"("partnershipId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- a campaign is one of these, and a decision has a moment and somebody who made it
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_state_is_known" CHECK ("state" IN ('found', 'confirmed', 'dismissed'));
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_decision_is_whole" CHECK (("state" = 'found') = ("decidedAt" IS NULL) AND ("decidedAt" IS NULL) = ("decidedById" IS NULL));
