import { defineConfig } from "vitest/config";

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
          setupFiles: ["tests/support/console.ts"],
          // because a busy machine is slow, not wrong
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "pages",
          include: ["tests/**/*.db.test.{ts,tsx}"],
          globalSetup: ["tests/support/postgres.ts"],
          setupFiles: ["tests/support/console.ts", "tests/support/database-of-file.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "live",
          include: ["tests/**/*.live.test.ts"],
          globalSetup: ["tests/support/postgres.ts"],
          setupFiles: ["tests/support/console.ts", "tests/support/database-of-file.ts"],
          testTimeout: 600_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
