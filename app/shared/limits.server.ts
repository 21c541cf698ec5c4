// What no page of ours sends is refused before it reaches a page: posts from other sites, bodies too large, too many posts.
import cluster from "node:cluster";
import type { ServerResponse } from "node:http";
import type { NextFunction, Request } from "express";
import { RateLimiterCluster, RateLimiterClusterMaster, RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { networkOf } from "./address.ts";
import { config } from "./config.server.ts";

/** Longest body of a post without files; a page of the longest answers stays below it. */
export const largestForm = 2 * 1024 * 1024;

/** The status a request to this site is refused with before anything reads its body, or null. */
export function refusalOf(request: Request, site: string): 403 | 405 | 411 | 413 | 415 | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  if (request.method !== "POST") return 405;
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded" && type !== "multipart/form-data") return 415;
  if (!comesFromUs(request, site)) return 403;
  const length = Number(request.headers["content-length"] ?? Number.NaN);
  if (!Number.isInteger(length)) return 411;
  const limit = type === "multipart/form-data" ? config().maxUploadBytes + largestForm : largestForm;
  return length > limit ? 413 : null;
}

// Browsers since 2020 send Origin with every post; those that do not send neither header are not browsers that hold cookies.
function comesFromUs(request: Request, site: string): boolean {
  const { origin } = request.headers;
  const from = request.headers["sec-fetch-site"];
  if (origin === undefined) return from === undefined || from === "same-origin" || from === "none";
  return origin === site || origin === `${request.protocol}://${request.get("host") ?? ""}`;
}

type Limiter = RateLimiterMemory | RateLimiterCluster;
const limiters = new Map<string, Limiter>();

/** Counts in this process for all the web processes it keeps, so that a limit is one limit however many there are. */
export function countForWebProcesses(): void {
  new RateLimiterClusterMaster();
}

function limiterOf(what: string, most: number, seconds: number): Limiter {
  const made = limiters.get(what);
  if (made) return made;
  const options = { keyPrefix: what, points: most, duration: seconds };
  const limiter = cluster.isWorker ? new RateLimiterCluster(options) : new RateLimiterMemory(options);
  limiters.set(what, limiter);
  return limiter;
}

/** True while `key` has done `what` at most `most` times within the last `seconds`; counts this time. */
export async function isWithinLimit(what: string, key: string, most: number, seconds: number): Promise<boolean> {
  return limiterOf(what, most, seconds).consume(key).then(
    () => true,
    // because nobody is refused for a keeper that is away and cannot count
    (problem: unknown) => !(problem instanceof RateLimiterRes),
  );
}

/** So many times what an address may is for each who is signed in behind it, and so many times it is looked who they are. */
const [eachSignedIn, looks] = [5, 100];

/**
 * Lets an address make so many posts a minute; beyond that, because a whole office may be behind one address and a coder gives a
 * code every second, lets everybody who is signed in make some of their own. `whoPosts` finds who is.
 */
export function limitPosts(request: Request, whoPosts: () => Promise<string | null>, tooMany: () => void, next: NextFunction): void {
  void mayPost(networkOf(request.ip ?? ""), config().postsPerMinute, whoPosts).then((may) => (may ? next() : tooMany()), tooMany);
}

/** The same, of an address and a number. */
export async function mayPost(address: string, most: number, whoPosts: () => Promise<string | null>): Promise<boolean> {
  if (await isWithinLimit("posts", address, most, 60)) return true;
  if (!(await isWithinLimit("posts-signed-in", address, most * looks, 60))) return false;
  const personId = await whoPosts();
  return personId !== null && isWithinLimit("posts-of-person", personId, most * eachSignedIn, 60);
}

/** Bodies with files are held in memory while they arrive and are checked: so many bytes of them at once, and of one address. */
export type UploadRoom = { mostBytes: number; mostBytesOfOne: number };

const usualRoom: UploadRoom = { mostBytes: 256 * 1024 * 1024, mostBytesOfOne: 64 * 1024 * 1024 };
const held = new Map<string, number>();

/**
 * Holds room for the body of a request with files until its answer is out. Null where there is room, else the status to refuse
 * it with: 429 where its address has its share already, 503 where all are full.
 */
export function holdUploadRoom(request: Request, response: ServerResponse, room = usualRoom): 429 | 503 | null {
  const type = request.headers["content-type"] ?? "";
  if (!/^\s*multipart\//i.test(type)) return null;
  const address = networkOf(request.ip ?? "");
  const bytes = Number(request.headers["content-length"]);
  const own = held.get(address) ?? 0;
  if (own > 0 && own + bytes > room.mostBytesOfOne) return 429;
  if ([...held.values()].reduce((sum, one) => sum + one, 0) + bytes > room.mostBytes) return 503;
  held.set(address, own + bytes);
  response.once("close", () => {
    const left = (held.get(address) ?? 0) - bytes;
    if (left > 0) held.set(address, left);
    else held.delete(address);
  });
  return null;
}
