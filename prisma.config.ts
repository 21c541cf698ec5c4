import { defineConfig } from "prisma/config";

// Only for those who write migrations: the product applies them itself (app/shared/migrate.server.ts).
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://localhost:5432/folkmoot" },
});
