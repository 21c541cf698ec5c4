// The part of smtp-server that the tests use; it ships no types.
declare module "smtp-server" {
  import type { Server } from "node:net";
  import type { Readable } from "node:stream";

  export type Answer = (problem?: Error & { responseCode?: number }) => void;
  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean;
      disabledCommands?: string[];
      logger?: boolean;
      /** How long open connections are waited for on closing, in milliseconds. */
      closeTimeout?: number;
      onRcptTo?: (address: { address: string }, session: unknown, answer: Answer) => void;
      onData?: (stream: Readable, session: unknown, answer: Answer) => void;
    });
    server: Server;
    connections: Set<{ close(): void; _socket: { destroy(): void } }>;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
    on(event: "error", listener: (problem: Error) => void): void;
  }
}
