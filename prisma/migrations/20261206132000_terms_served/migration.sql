-- AlterTable
ALTER TABLE "NetworkElection" ADD COLUMN "servedRule" TEXT NOT NULL DEFAULT 'told';
