import { defineConfig } from "vitest/config";

const unexpectedErrors = "tests/support/console.ts";

/** A real PostgreSQL for the run, a database of its own for each file. */
const onDatabase = {
  globalSetup: ["tests/support/postgres.ts"],
  setupFiles: [unexpectedErrors, "tests/support/database-of-file.ts"],
};

/** After the rules, side by side, and more at once than there are processors, because what starts and stops servers waits for them. */
const waitsMuch = { maxWorkers: 3, sequence: { groupOrder: 1 } };

// Rules need nothing; pages run against a real PostgreSQL, one database a file; what is live is the built server as processes of
// its own, which are ended in every way there is.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "rules",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.{db,live}.test.{ts,tsx}"],
          setupFiles: [unexpectedErrors],
          // because rules keep nothing from one to the next, and loading them anew for each file took most of the time
          isolate: false,
          // because a busy machine is slow, not wrong
          testTimeout: 20_000,
        },
      },
      {
        test: {
          ...onDatabase,
          name: "pages",
          include: ["tests/**/*.db.test.{ts,tsx}"],
          // because a busy machine is slow, not wrong
          testTimeout: 60_000,
          hookTimeout: 120_000,
          ...waitsMuch,
        },
      },
      {
        test: {
          ...onDatabase,
          name: "live",
          include: ["tests/**/*.live.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          ...waitsMuch,
        },
      },
    ],
  },
});
