// Connections to a database that may be away for a while: who asks for one waits until it is back, for some seconds. Nothing
// has been asked of a connection that could not be had, so waiting for another is always right; a connection that is lost
// while something is being done on it is never replaced by itself.
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";

/** So long a request waits from when the database was first missed; after that it is told at once. */
const usualPatienceInMs = 8_000;
const betweenTriesInMs = 100;
/** A server that does not even refuse. */
const longestConnectingInMs = 5_000;

/** The database has been away for longer than anybody is let wait. */
class DatabaseAway extends Error {
  override name = "DatabaseAway";
}

/** A connection that gives up connecting in time; waiting in the pool's queue, which moves, has no limit. */
class Connection extends pg.Client {
  #underWay: Promise<unknown> | undefined;

  constructor(options?: pg.ClientConfig) {
    super({ ...options, connectionTimeoutMillis: longestConnectingInMs });
  }

  // because what is read of several tables in a transaction is asked for at once, and the driver keeps a queue of its own no longer
  override query(...given: unknown[]): never {
    const ask = () => super.query(...(given as [string])) as Promise<unknown>;
    if (given.some((one) => typeof one === "function") || isSubmittable(given[0])) return ask() as never;
    const asked = this.#underWay ? this.#underWay.then(ask) : ask();
    const over: Promise<unknown> = asked
      .catch(() => undefined)
      .finally(() => {
        if (this.#underWay === over) this.#underWay = undefined;
      });
    this.#underWay = over;
    return asked as never;
  }
}

/** A cursor or a copy, which asks by itself. */
function isSubmittable(given: unknown): boolean {
  return typeof given === "object" && given !== null && "submit" in given;
}

type Taken = (problem: Error | undefined, client: pg.PoolClient | undefined, done: (release?: Error | boolean) => void) => void;

export class PatientPool extends pg.Pool {
  /** How many connections were lost or could not be had so far: what fails while this grows fails for that. */
  losses = 0;
  readonly #options: pg.PoolConfig;
  readonly #patienceInMs: number;
  #awaySince: number | undefined;
  #coming: Promise<void> | undefined;

  constructor(options: pg.PoolConfig, patienceInMs = usualPatienceInMs) {
    super({ ...options, Client: Connection });
    this.#options = options;
    this.#patienceInMs = patienceInMs;
    this.on("error", () => undefined); // because an idle connection that breaks is replaced on next use
    // because one that breaks while somebody uses it would otherwise end the process
    this.on("connect", (client) => void client.on("error", () => (this.losses += 1)));
    this.on("release", (problem) => void (isAway(problem) && (this.losses += 1)));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    if (!taken) return new Promise((resolve, reject) => this.connect((problem, client) => (client ? resolve(client) : reject(problem!))));
    super.connect((problem, client, done) => {
      if (!problem) this.#awaySince = undefined;
      if (!problem || !isAway(problem)) return taken(problem, client, done);
      this.losses += 1;
      this.whenBack().then(() => this.connect(taken), (away: Error) => taken(away, undefined, done));
    });
  }

  /** Waits until the database answers again; a DatabaseAway when it has not for too long. */
  whenBack(): Promise<void> {
    this.#awaySince ??= Date.now();
    this.#coming ??= this.#lookOut(this.#awaySince + this.#patienceInMs).finally(() => (this.#coming = undefined));
    return this.#coming;
  }

  async #lookOut(until: number): Promise<void> {
    while (Date.now() < until && !this.ended) {
      await wait(betweenTriesInMs);
      const client = new Connection(this.#options);
      client.on("error", () => undefined);
      try {
        await client.connect();
        this.#awaySince = undefined;
        return;
      } catch (problem) {
        if (!isAway(problem)) throw problem;
      } finally {
        void client.end().catch(() => undefined);
      }
    }
    throw new DatabaseAway("The database is away");
  }
}

const away = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
  // shutting down, after a crash of one of its processes, starting up, no connection left
  ...["57P01", "57P02", "57P03", "53300", "08000", "08003", "08006"],
]);

function isAway(problem: unknown): boolean {
  const inner: unknown = problem instanceof AggregateError ? problem.errors[0] : problem;
  if (!(inner instanceof Error)) return false;
  // because the driver gives these no code
  if (/^(Connection terminated|timeout expired)/.test(inner.message)) return true;
  return "code" in inner && away.has(String(inner.code));
}
