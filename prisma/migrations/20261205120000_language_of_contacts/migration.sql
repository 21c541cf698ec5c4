-- The language in which somebody one turns to is written to.
ALTER TABLE "BodyContact" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'en';
