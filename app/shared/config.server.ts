// Every setting, read once from the environment and checked. The README's table lists the same, with the same defaults.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { findFaultOfProvider, isSafeIssuer, readWordList, type ProviderSettings } from "./identity-provider.ts";
import { PlainError } from "./plain-error.ts";
import { securityContactOf } from "./security-contact.ts";

const flag = z.enum(["true", "false"]).transform((value) => value === "true");

/** The settings as they are given, each with its default where it has one. */
export const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  WEB_PROCESSES: z.coerce.number().int().min(1).max(64).optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "it must begin with postgresql://").optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  BASE_URL: z.url().optional(),
  HSTS_SUBDOMAINS: flag.default(true),
  SECURITY_CONTACT: z
    .string()
    .transform(securityContactOf)
    .refine((address) => address !== null, "it must be an e-mail address, or an address that begins with https://")
    .optional(),
  FOLKMOOT_DATA_DIR: z.string().min(1).default("data"),
  POLL_KEYS_DIR: z.string().min(1).optional(),
  FOLKMOOT_SECRET: z.string().min(32, "it must be at least 32 characters").optional(),
  FOLKMOOT_SECRET_BEFORE: z
    .string()
    .transform((value) => value.split("\n").map((line) => line.trim()).filter(Boolean))
    .refine((secrets) => secrets.every((secret) => secret.length >= 32), "each in it must be at least 32 characters")
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "it must begin with smtp:// or smtps://")
    .refine((url) => URL.canParse(url), "it must look like smtp://USER:PASSWORD@HOST:587, with special characters of the password written as %40 and so on")
    .optional(),
  RUN_JOBS: flag.default(true),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  MAX_UPLOAD_MB: z.coerce.number().int().min(1).max(100).default(10),
  ASK_PRIVATE_ADDRESSES: flag.default(false),
  POSTS_PER_MINUTE: z.coerce.number().int().min(1).default(120),
  LOG_REQUESTS: flag.optional(),
  METRICS_ADDRESS: z.string().regex(/^(\[[0-9a-f:.]+\]|[^\s:[\]]+):\d{1,5}$/i, "it must be an address and a port, like 127.0.0.1:9464").optional(),
  OIDC_ISSUER: z.url().refine(isSafeIssuer, "it must begin with https:// and be the issuer of your own organisation, not one that is shared by many").optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(80, "it must be at most 80 characters").optional(),
  OIDC_REQUIRE_ACR: z.string().transform(readWordList).optional(),
  OIDC_REQUIRE_AMR: z.string().transform(readWordList).optional(),
  OIDC_EMAIL_IS_VERIFIED: flag.default(false),
});

export type Config = {
  port: number;
  /** How many processes answer requests. */
  webProcesses: number;
  /** The council's own PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined;
  /** Connections each process may hold: the keeper and every web process. */
  databasePool: number;
  /** Where people reach this server, without a trailing slash. */
  baseUrl: string;
  /** Whether that was said; if not, any name may lead here. */
  isBaseUrlGiven: boolean;
  /** Whether browsers are told to reach the names below this server's over https alone too. */
  holdsSubdomains: boolean;
  /** Where somebody who found a hole tells of it, as a URI. */
  securityContact: string | undefined;
  /** Absolute folder of the embedded database, uploaded files and the secret. */
  dataDir: string;
  /** Absolute folder of the keys of polls, in the data folder if nothing else is said. */
  pollKeysDir: string;
  /** Undefined: one is made and kept in the data folder. */
  secret: string | undefined;
  /** Older ones, which open what they made and make nothing. */
  secretsBefore: string[];
  smtpUrl: string | undefined;
  runJobs: boolean;
  trustedProxies: number;
  maxUploadBytes: number;
  /** Whether the check of a domain may ask addresses of this machine and its own network. */
  mayAskPrivate: boolean;
  /** Posts one network address may make a minute. */
  postsPerMinute: number;
  /** Whether each request has a line in the log. */
  logsRequests: boolean;
  /** Where metrics are served; undefined: nothing is counted. */
  metricsAddress: { host: string; port: number } | undefined;
  /** Where the council's people sign in with the account they have there; undefined: nowhere. */
  identityProvider: ProviderSettings | undefined;
};

/** What holds a secret may lie in a file instead, named by the same setting with _FILE, as systemd and Docker hand it over. */
export const secretSettings = ["DATABASE_URL", "SMTP_URL", "FOLKMOOT_SECRET", "FOLKMOOT_SECRET_BEFORE", "OIDC_CLIENT_SECRET"] as const;

function readSecretFiles(given: Record<string, string | undefined>): Record<string, string | undefined> {
  const read = { ...given };
  for (const name of secretSettings) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) throw new PlainError(`Both ${name} and ${name}_FILE are set: take one of them away.`);
    try {
      const text = readFileSync(file, "utf8").trim();
      if (text !== "") read[name] = text;
      else if (name !== "FOLKMOOT_SECRET_BEFORE") throw new PlainError(`The file ${file}, which ${name}_FILE names, is empty.`);
    } catch (problem) {
      if (problem instanceof PlainError) throw problem;
      const why = (problem as NodeJS.ErrnoException).code === "ENOENT" ? "is not there" : "cannot be read";
      throw new PlainError(`The file ${file}, which ${name}_FILE names, ${why}.`);
    }
  }
  return read;
}

function addressOf(given: string): { host: string; port: number } {
  const at = given.lastIndexOf(":");
  return { host: given.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(given.slice(at + 1)) };
}

function providerOf(settings: z.infer<typeof environment>): ProviderSettings | undefined {
  const fault = findFaultOfProvider(settings);
  if (fault) throw new PlainError(fault);
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId = "", OIDC_CLIENT_SECRET: clientSecret = "" } = settings;
  if (issuer === undefined) return undefined;
  return {
    ...{ issuer, clientId, clientSecret, name: settings.OIDC_NAME ?? new URL(issuer).hostname },
    ...{ requiredAcr: settings.OIDC_REQUIRE_ACR ?? [], requiredAmr: settings.OIDC_REQUIRE_AMR ?? [] },
    trustsEmail: settings.OIDC_EMAIL_IS_VERIFIED,
  };
}

/** Reads the settings; a bad one is a PlainError that names it and never shows its value. */
export function readConfig(source: Record<string, string | undefined>): Config {
  const given = readSecretFiles(Object.fromEntries(Object.entries(source).filter(([, value]) => value !== "")));
  const read = environment.safeParse(given);
  if (!read.success) {
    const issue = read.error.issues[0];
    throw new PlainError(`The setting ${issue?.path.join(".") ?? ""} is not right: ${issue?.message ?? "unknown"}.`);
  }
  const settings = read.data;
  return {
    port: settings.PORT,
    webProcesses: settings.WEB_PROCESSES ?? Math.min(availableParallelism(), 4),
    databaseUrl: settings.DATABASE_URL,
    databasePool: settings.DATABASE_POOL,
    baseUrl: (settings.BASE_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, ""),
    isBaseUrlGiven: settings.BASE_URL !== undefined,
    holdsSubdomains: settings.HSTS_SUBDOMAINS,
    securityContact: settings.SECURITY_CONTACT ?? undefined,
    dataDir: resolve(settings.FOLKMOOT_DATA_DIR),
    pollKeysDir: resolve(settings.POLL_KEYS_DIR ?? join(settings.FOLKMOOT_DATA_DIR, "poll-keys")),
    secret: settings.FOLKMOOT_SECRET,
    secretsBefore: settings.FOLKMOOT_SECRET_BEFORE ?? [],
    smtpUrl: settings.SMTP_URL,
    runJobs: settings.RUN_JOBS,
    trustedProxies: settings.TRUSTED_PROXIES,
    maxUploadBytes: settings.MAX_UPLOAD_MB * 1024 * 1024,
    mayAskPrivate: settings.ASK_PRIVATE_ADDRESSES,
    postsPerMinute: settings.POSTS_PER_MINUTE,
    logsRequests: settings.LOG_REQUESTS ?? settings.DATABASE_URL !== undefined,
    metricsAddress: settings.METRICS_ADDRESS === undefined ? undefined : addressOf(settings.METRICS_ADDRESS),
    identityProvider: providerOf(settings),
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
