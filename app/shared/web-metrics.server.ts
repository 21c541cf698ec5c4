// What a web process counts: requests, kept pages, connections, itself.
import { AggregatorRegistry, collectDefaultMetrics, Counter, Gauge, Histogram } from "prom-client";
import { config } from "./config.server.ts";
import { gather, measurePool } from "./metrics.server.ts";
import { keptPagesSoFar } from "./published-pages.server.ts";

let requests: { total: Counter; seconds: Histogram } | undefined;

/** Begins to count in a web process; the keeper asks for the counts when it is asked. */
export function measureWebProcess(): void {
  if (config().metricsAddress === undefined || requests) return;
  requests = {
    total: new Counter({ name: "folkmoot_requests_total", help: "Requests answered, by the line of the table.", labelNames: ["method", "pattern", "status"] }),
    seconds: new Histogram({
      ...{ name: "folkmoot_request_seconds", help: "Time from the first word of a request to the last of its answer.", labelNames: ["method", "pattern"] },
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
  };
  gather("folkmoot_kept_pages_total", "Public pages answered from what was kept, and not.", "outcome", () => {
    const { hits, misses } = keptPagesSoFar();
    return { hit: hits, miss: misses };
  });
  gather("folkmoot_kept_page_drops_total", "Times that a partnership's kept pages were dropped.", "what", () => ({ partnership: keptPagesSoFar().drops }));
  new Gauge({
    ...{ name: "folkmoot_kept_pages", help: "Public pages kept at the moment." },
    collect() {
      this.set(keptPagesSoFar().held);
    },
  });
  measurePool("folkmoot_database_connections", "Connections of the web processes to the database.");
  collectDefaultMetrics({ eventLoopMonitoringPrecision: 20 });
  new AggregatorRegistry(); // which answers the keeper
}

/** Counts a request that has ended. */
export function countRequest({ method, pattern, status, seconds }: { method: string; pattern: string; status: number; seconds: number }): void {
  requests?.total.inc({ method, pattern, status: `${Math.floor(status / 100)}xx` });
  requests?.seconds.observe({ method, pattern }, seconds);
}
