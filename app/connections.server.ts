// Connections: taken on the port by one process, answered by another, and none of them cut while a request is under way.
import type { RequestListener, ServerResponse } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { createPatientServer } from "./shared/patience.server.ts";
import { PlainError } from "./shared/plain-error.ts";

/** Longer than the minute for which a reverse proxy usually keeps a connection, so that it never asks on one just closed. */
const keptOpenInMs = 65_000;
/** What a connection without a request under way still gets to ask for, once its process is to stop. */
const lingeringInMs = 1_000;
const longestRequestInMs = 20_000;
/** A thousand people may arrive in the same moment; the system lowers this to its own limit. */
const backlog = 4096;

/** Takes connections on this port, unread, for `take` to hand on; a PlainError when the port is taken. */
export async function takeConnections(port: number, take: (connection: Socket) => void): Promise<Server> {
  const server = createServer({ pauseOnConnect: true }, (connection) => {
    connection.on("error", () => undefined); // because whoever made it may be gone before it is handed on
    take(connection);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (problem) => reject(sayable(problem, port)));
    server.listen({ port, backlog }, resolve);
  });
  server.on("error", () => undefined);
  return server;
}

function sayable(problem: NodeJS.ErrnoException, port: number): Error {
  switch (problem.code) {
    case "EADDRINUSE":
      return new PlainError(`Port ${port} is in use by another program: stop that one, or choose another with PORT=3001 npm start.`);
    case "EACCES":
      return new PlainError(`This user may not listen on port ${port}: choose one above 1023 with PORT.`);
    default:
      return problem;
  }
}

export type Answering = {
  /** Answers the requests that come on this connection. */
  answer: (connection: Socket) => void;
  /** Lets every request under way finish, tells its caller to come back on another connection, and ends when all are gone. */
  stop: () => Promise<void>;
};

/** Answers requests on connections that another process has taken. */
export function answerConnections(application: RequestListener): Answering {
  const requestsOn = new Map<Socket, number>();
  const underWay = new Set<ServerResponse>();
  let isStopping = false;
  const server = createPatientServer((request, response) => {
    const { socket } = request;
    if (isStopping) response.setHeader("Connection", "close");
    underWay.add(response);
    requestsOn.set(socket, (requestsOn.get(socket) ?? 0) + 1);
    response.once("close", () => {
      underWay.delete(response);
      if (requestsOn.has(socket)) requestsOn.set(socket, requestsOn.get(socket)! - 1);
    });
    application(request, response);
  });
  server.keepAliveTimeout = keptOpenInMs;
  // because a server begins to end what is overdue when it listens, and this one never does
  server.emit("listening");
  return {
    answer(connection) {
      // as on connections a server takes by itself; an answer in several pieces would else wait 40 ms for word of the first
      connection.allowHalfOpen = true;
      connection.setNoDelay(true);
      requestsOn.set(connection, 0);
      connection.once("close", () => requestsOn.delete(connection));
      server.emit("connection", connection);
    },
    async stop() {
      isStopping = true;
      const began = Date.now();
      for (const response of underWay) if (!response.headersSent) response.setHeader("Connection", "close");
      for (; requestsOn.size > 0; await wait(20)) {
        const passed = Date.now() - began;
        for (const [connection, requests] of requestsOn) {
          if (passed > longestRequestInMs || (requests === 0 && passed > lingeringInMs)) connection.destroy();
        }
      }
    },
  };
}
