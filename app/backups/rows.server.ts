// Rows on their way into a backup: cut into parts between rows, counted and hashed.
import { createHash } from "node:crypto";
import { partBytes, type Sum } from "./backup.ts";

const endOfRow = 10;

/** Parts of about `size` that end where a row ends; there is always one, be it empty. */
export async function* inParts(rows: AsyncIterable<Buffer>, size = partBytes): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let hadAny = false;
  for await (const piece of rows) {
    waiting.push(piece);
    bytes += piece.length;
    const cut = bytes < size ? -1 : piece.lastIndexOf(endOfRow);
    if (cut === -1) continue;
    const whole = Buffer.concat(waiting);
    const end = whole.length - piece.length + cut + 1;
    yield whole.subarray(0, end);
    hadAny = true;
    waiting = [whole.subarray(end)];
    bytes -= end;
  }
  if (bytes > 0 || !hadAny) yield Buffer.concat(waiting);
}

/** Adds up what goes by. */
export class Sums {
  readonly #hash = createHash("sha256");
  #rows = 0;
  #bytes = 0;

  add(piece: Buffer): void {
    this.#hash.update(piece);
    this.#bytes += piece.length;
    for (let at = piece.indexOf(endOfRow); at !== -1; at = piece.indexOf(endOfRow, at + 1)) this.#rows += 1;
  }

  sum(): Sum {
    return { rows: this.#rows, bytes: this.#bytes, sha256: this.#hash.copy().digest("hex") };
  }
}
