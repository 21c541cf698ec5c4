-- A code given for a whole campaign still counts for it when it becomes one with another.
ALTER TABLE "CodingMove" ADD COLUMN "sharesId" TEXT;
