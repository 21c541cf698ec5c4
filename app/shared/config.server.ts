// Every setting, read once from the environment and checked. The README's table lists the same, with the same defaults.
import { join, resolve } from "node:path";
import { z } from "zod";
import { PlainError } from "./plain-error.ts";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** The settings as they are given, each with its default where it has one. */
export const environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "it must begin with postgresql://").optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    BASE_URL: z.url().optional(),
    FOLKMOOT_DATA_DIR: z.string().min(1).default("data"),
    FOLKMOOT_SECRET: z.string().min(32, "it must be at least 32 characters").optional(),
    SMTP_URL: z.string().regex(/^smtps?:\/\//, "it must begin with smtp:// or smtps://").optional(),
    RUN_JOBS: flag.default(true),
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    MAX_UPLOAD_MB: z.coerce.number().int().min(1).max(100).default(10),
    POSTS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  })
  .refine((settings) => settings.DATABASE_URL === undefined || settings.SMTP_URL !== undefined, {
    path: ["SMTP_URL"],
    message: "it is needed when DATABASE_URL is set, because letters must reach people",
  });

export type Config = {
  port: number;
  /** The council's own PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** Connections a process may hold. */
  databasePool: number;
  /** Where people reach this server, without a trailing slash. */
  baseUrl: string;
  /** Absolute folder of the embedded database, uploaded files and the secret. */
  dataDir: string;
  /** Undefined: one is made and kept in the data folder. */
  secret: string | undefined;
  smtpUrl: string | undefined;
  runJobs: boolean;
  trustedProxies: number;
  maxUploadBytes: number;
  /** Posts one network address may make a minute. */
  postsPerMinute: number;
};

/** Reads the settings; a bad one is a PlainError that names it and never shows its value. */
export function readConfig(source: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const read = environment.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new PlainError(`The setting ${issue?.path.join(".") ?? ""} is not right: ${issue?.message ?? "unknown"}.`);
  }
  const settings = read.data;
  return {
    port: settings.PORT,
    databaseUrl: settings.DATABASE_URL,
    databasePool: settings.DATABASE_POOL,
    baseUrl: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ""),
    dataDir: resolve(settings.FOLKMOOT_DATA_DIR),
    secret: settings.FOLKMOOT_SECRET,
    smtpUrl: settings.SMTP_URL,
    runJobs: settings.RUN_JOBS,
    trustedProxies: settings.TRUSTED_PROXIES,
    maxUploadBytes: settings.MAX_UPLOAD_MB * 1024 * 1024,
    postsPerMinute: settings.POSTS_PER_MINUTE,
  };
}

let read: Config | undefined;

/** The settings of this process. */
export function config(): Config {
  read ??= readConfig(process.env);
  return read;
}

/** Where uploaded and published files lie. */
export function fileStoreDir(): string {
  return join(config().dataDir, "files");
}
