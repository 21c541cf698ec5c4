import { defineConfig } from "vitest/config";

// Rules need nothing; pages run against a real PostgreSQL, one database a file.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "rules",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: ["tests/**/*.db.test.{ts,tsx}"],
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
    ],
  },
});
