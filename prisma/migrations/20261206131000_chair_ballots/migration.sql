-- AlterTable
ALTER TABLE "NetworkElection" ADD COLUMN "chairBodyId" TEXT;
