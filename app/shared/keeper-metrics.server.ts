// What the keeper counts: jobs, letters, its web processes, itself.
import cluster from "node:cluster";
import { collectDefaultMetrics, Counter, Gauge, Histogram } from "prom-client";
import { config } from "./config.server.ts";
import { db } from "./db.server.ts";
import { gather, measurePool } from "./metrics.server.ts";
import { letterOutcomes } from "./postman.server.ts";

let jobs: { total: Counter; seconds: Histogram } | undefined;

/** Begins to count in the keeper, which does the jobs. */
export function measureKeeper(): void {
  if (config().metricsAddress === undefined || jobs) return;
  jobs = {
    total: new Counter({ name: "folkmoot_jobs_total", help: "Jobs that ended, by name and outcome.", labelNames: ["job", "outcome"] }),
    seconds: new Histogram({
      ...{ name: "folkmoot_job_seconds", help: "Time a job took.", labelNames: ["job"] },
      buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
    }),
  };
  gather("folkmoot_letters_total", "Attempts to send a letter, by what became of it.", "outcome", () => ({ ...letterOutcomes }));
  ask("folkmoot_jobs_waiting", "Jobs that are due and not begun.", `
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE run_at <= now() AND attempts < max_attempts AND locked_at IS NULL`);
  ask("folkmoot_letters_waiting", "Letters that have not gone and will be tried.", `
    SELECT count(*)::int AS count FROM "Letter" WHERE "nextAttemptAt" IS NOT NULL AND "sentAt" IS NULL`);
  new Gauge({
    ...{ name: "folkmoot_web_processes", help: "Web processes at the moment." },
    collect() {
      this.set(Object.keys(cluster.workers ?? {}).length);
    },
  });
  measurePool("folkmoot_keeper_database_connections", "Connections of the keeper to the database.");
  collectDefaultMetrics({ prefix: "folkmoot_keeper_", eventLoopMonitoringPrecision: 20 });
}

/** A figure that the database is asked for when somebody asks us; absent while it does not answer. */
function ask(name: string, help: string, query: string): void {
  new Gauge({
    ...{ name, help },
    async collect() {
      const rows = await db().$queryRawUnsafe<{ count: number }[]>(query).catch(() => []);
      if (rows[0]) this.set(rows[0].count);
      else this.reset();
    },
  });
}

/** Counts a job that has ended. */
export function countJob(job: string, outcome: "done" | "failed", seconds: number): void {
  jobs?.total.inc({ job, outcome });
  jobs?.seconds.observe({ job }, seconds);
}
