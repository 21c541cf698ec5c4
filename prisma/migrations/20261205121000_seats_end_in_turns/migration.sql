-- In how many turns the elected seats of a version end, and the day from which turns are counted.
ALTER TABLE "SeatScheme" ADD COLUMN "turns" INTEGER, ADD COLUMN "turnsFrom" DATE;
ALTER TABLE "SeatScheme" ADD CONSTRAINT "SeatScheme_turns" CHECK (("turns" IS NULL) = ("turnsFrom" IS NULL) AND ("turns" > 1 OR "turns" IS NULL));
