import { expect, test } from "vitest";
import { problemsOf, statementsOf } from "./migration-rules.ts";

test("statements are told apart where a text, a name or a function's body holds a semicolon", () => {
  const script = `
    -- first; not this
    CREATE TABLE "odd;name" (a TEXT DEFAULT 'x;''y'); /* nor; this */
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a;b'; END; $$;
    SELECT $tag$ ; $tag$ ;`;
  expect(statementsOf(script).map((statement) => statement.slice(0, 20))).toEqual(['CREATE TABLE "odd;na', "CREATE FUNCTION f() ", "SELECT $tag$ ; $tag$"]);
});

test.each([
  'CREATE TABLE "T" (id INT); ALTER TABLE "T" ALTER COLUMN id SET NOT NULL; CREATE UNIQUE INDEX i ON "T"(id); ALTER TABLE "T" ADD CONSTRAINT c CHECK (id > 0)',
  'ALTER TABLE "T" ADD COLUMN a TEXT, ADD COLUMN "b" NUMERIC(8,2) NOT NULL DEFAULT 0',
  'ALTER TABLE "T" ADD COLUMN "a" TEXT; CREATE UNIQUE INDEX "i" ON "T"("a"); ALTER TABLE "T" ADD CONSTRAINT "k" FOREIGN KEY ("a") REFERENCES "U"("id")',
  'CREATE INDEX "i" ON "T"("a", "b"); CREATE INDEX j ON "T" USING gin (a gin_trgm_ops)',
  'UPDATE "T" SET a = 1 WHERE a IS NULL; ALTER TABLE "T" ALTER COLUMN a SET DEFAULT 1',
])("adding takes nothing from the release before: %s", (script) => {
  expect(problemsOf(script)).toEqual([]);
});

test.each([
  'DROP TABLE "T"',
  'ALTER TABLE "T" DROP COLUMN a',
  'ALTER TABLE "T" ADD COLUMN b TEXT, DROP COLUMN a',
  'ALTER TABLE "T" RENAME COLUMN a TO b',
  'ALTER TABLE "T" RENAME TO "U"',
  'ALTER TABLE "T" ADD COLUMN a TEXT NOT NULL',
  'ALTER TABLE "T" ALTER COLUMN a SET NOT NULL',
  'ALTER TABLE "T" ALTER COLUMN a DROP NOT NULL',
  'ALTER TABLE "T" ALTER COLUMN a TYPE BIGINT',
  'ALTER TABLE "T" ALTER COLUMN a DROP DEFAULT',
  'ALTER TABLE "T" ADD COLUMN a UUID DEFAULT gen_random_uuid()',
  'ALTER TABLE "T" ADD CONSTRAINT c CHECK ("a" > 0)',
  'ALTER TABLE "T" ADD COLUMN "b" INT; ALTER TABLE "T" ADD CONSTRAINT c CHECK ("a" > "b")',
  'CREATE UNIQUE INDEX "i" ON "T"("a")',
  'CREATE INDEX CONCURRENTLY "i" ON "T"("a")',
  'CREATE TRIGGER t BEFORE INSERT ON "T" FOR EACH ROW EXECUTE FUNCTION f()',
  "CREATE OR REPLACE FUNCTION f() RETURNS INT LANGUAGE sql AS 'SELECT 1'",
  'DELETE FROM "T"',
  'TRUNCATE "T"',
  "DO $$ BEGIN DROP TABLE t; END $$",
  'DROP INDEX "i"',
  'ALTER TYPE "E" RENAME VALUE \'a\' TO \'b\'',
])("what could stop the release before is seen: %s", (script) => {
  expect(problemsOf(script)).toHaveLength(1);
});
