// What Prometheus is told: counts, times and sizes by the table's lines and by names of jobs, never by address or by person.
// The keeper serves it, on a listener of its own, for itself and for the web processes. docs/decisions/0017.
import { createServer, type Server } from "node:http";
import { AggregatorRegistry, Counter, Gauge, register } from "prom-client";
import { config } from "./config.server.ts";
import { pool } from "./db.server.ts";
import { logProblem } from "./log.server.ts";
import { PlainError } from "./plain-error.ts";

/** A counter of what is counted elsewhere, taken over when somebody asks. */
export function gather(name: string, help: string, labelName: string, counts: () => Record<string, number>): void {
  new Counter({
    ...{ name, help, labelNames: [labelName] },
    collect() {
      this.reset();
      for (const [label, count] of Object.entries(counts())) this.inc({ [labelName]: label }, count);
    },
  });
}

/** How many connections of this process's pool do what. */
export function measurePool(name: string, help: string): void {
  new Gauge({
    ...{ name, help, labelNames: ["state"] },
    collect() {
      const { totalCount, idleCount, waitingCount } = pool();
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "busy" }, totalCount - idleCount);
      this.set({ state: "waited-for" }, waitingCount);
    },
  });
}

/** Serves the metrics where METRICS_ADDRESS says; null where it says nothing, a PlainError where it cannot be listened on. */
export async function serveMetrics(): Promise<{ stop: () => Promise<void> } | null> {
  const { metricsAddress } = config();
  if (metricsAddress === undefined) return null;
  const gathering = new AggregatorRegistry();
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    Promise.all([gathering.clusterMetrics(), register.metrics()]).then(
      (parts) => response.writeHead(200, { "Content-Type": register.contentType }).end(parts.join("\n")),
      (problem: unknown) => {
        logProblem("metrics", problem);
        response.writeHead(500).end();
      },
    );
  });
  await listenOn(server, metricsAddress);
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listenOn(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) =>
      reject(new PlainError(`Metrics cannot be served on ${host}:${port}, as METRICS_ADDRESS says (${code ?? "unknown"}): choose another address or port.`)),
    );
    server.listen(port, host, resolve);
  });
}
