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
      onRcptTo?: (address: { address: string }, session: unknown, answer: Answer) => void;
      onData?: (stream: Readable, session: unknown, answer: Answer) => void;
    });
    server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(done: () => void): void;
  }
}
