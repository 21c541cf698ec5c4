// A mail server of the tests' own: a real one that can be away, refuse, be slow and hang up.
import { setTimeout as wait } from "node:timers/promises";
import { SMTPServer, type Answer } from "smtp-server";

export class MailServer {
  /** The text of every letter it has taken, in the order it took them. */
  readonly taken: string[] = [];
  /** How often somebody named a recipient, taken or not. */
  asked = 0;
  /** What it answers to an address instead of taking it. */
  refuse: (address: string) => number | null = () => null;
  /** How long it thinks before it takes a recipient, in milliseconds. */
  slowness = 0;
  /** Whether it hangs up when the text of a letter has come. */
  hangsUp = false;
  #server: SMTPServer | undefined;
  #port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** Which addresses it has taken letters for. */
  get recipients(): string[] {
    return this.taken.map((message) => /^To: (.*?)\s*$/m.exec(message)?.[1] ?? "");
  }

  /** What the letters to an address say, as people read them, in the order in which they came. */
  textsTo(address: string): string[] {
    return this.taken.filter((_, index) => this.recipients[index] === address).map(readable);
  }

  async comeBack(): Promise<void> {
    const server = new SMTPServer({
      ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], closeTimeout: 50 },
      onRcptTo: ({ address }, _session, answer) => void this.#answerTo(address, answer),
      onData: (stream, _session, answer) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          if (this.hangsUp) return this.#hangUp();
          this.taken.push(Buffer.concat(parts).toString("utf8"));
          answer();
        });
      },
    });
    server.on("error", () => undefined); // because whoever is hung up on says so
    await new Promise<void>((ready) => server.listen(this.#port, "127.0.0.1", ready));
    this.#port = (server.server.address() as { port: number }).port;
    this.#server = server;
  }

  async goAway(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((gone) => server.close(gone));
  }

  async #answerTo(address: string, answer: Answer): Promise<void> {
    this.asked += 1;
    await wait(this.slowness);
    const responseCode = this.refuse(address);
    answer(responseCode === null ? undefined : Object.assign(new Error(`${address} is not taken`), { responseCode }));
  }

  #hangUp(): void {
    for (const { _socket } of this.#server?.connections ?? []) _socket.destroy();
  }
}

/** The text of a letter as it travels, decoded. */
function readable(mail: string): string {
  const [head = "", ...body] = mail.split(/\r?\n\r?\n/);
  const text = body.join("\n\n");
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(text, "base64").toString("utf8");
  const isQuoted = /^Content-Transfer-Encoding: quoted-printable/im.test(head);
  const bytes = text.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, byte: string) => String.fromCharCode(Number.parseInt(byte, 16)));
  return isQuoted ? Buffer.from(bytes, "latin1").toString("utf8") : text;
}

/** The voting code that a letter holds. */
export function codeIn(text: string): string {
  return /\b([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})\b/.exec(text)![1]!;
}
