// HTTP as bytes on a socket, so that a test can send what no client would.
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";

export type RawAnswer = {
  status: number;
  /** Lower-case names; a header sent twice is joined by a comma. */
  headers: Map<string, string>;
  body: string;
};

/** How long an answer may take before it counts as none. */
const patienceInMs = 20_000;

/**
 * Sends these bytes and reads until the server closes; null where it closed without a word. `hangUp` ends our side at once, as
 * a line that is lost does. Throws when nothing happens for too long.
 */
export function sendRaw(port: number, bytes: Uint8Array, { hangUp = false }: { hangUp?: boolean } = {}): Promise<RawAnswer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    const late = setTimeout(() => {
      socket.destroy();
      const got = Buffer.concat(chunks).toString("latin1").slice(0, 200);
      reject(new Error(`No whole answer within ${patienceInMs} ms; so far: ${got}`));
    }, patienceInMs);
    socket.on("data", (chunk: Buffer) => void chunks.push(chunk));
    socket.on("error", () => undefined); // because a server that refuses a body closes while it is still being sent
    socket.on("end", () => void socket.end());
    socket.on("close", () => {
      clearTimeout(late);
      try {
        resolve(readAnswer(Buffer.concat(chunks)));
      } catch (problem) {
        reject(problem as Error);
      }
    });
    socket.write(bytes, () => void (hangUp && socket.end()));
  });
}

function readAnswer(bytes: Buffer): RawAnswer | null {
  if (bytes.length === 0) return null;
  const end = bytes.indexOf("\r\n\r\n");
  const [first = "", ...lines] = bytes.subarray(0, end === -1 ? bytes.length : end).toString("latin1").split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? Number.NaN);
  // because "100 Continue" comes before the answer itself
  if (status === 100) return readAnswer(bytes.subarray(end + 4));
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [name = "", value = ""] = line.split(/: ?(.*)/s);
    const key = name.toLowerCase();
    headers.set(key, headers.has(key) ? `${headers.get(key)!}, ${value}` : value);
  }
  const raw = end === -1 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  const whole = headers.get("transfer-encoding") === "chunked" ? unchunk(raw) : raw;
  return { status, headers, body: decode(whole, headers.get("content-encoding")).toString("utf8") };
}

function unchunk(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const line = bytes.indexOf("\r\n", at);
    const size = Number.parseInt(bytes.subarray(at, line).toString("latin1"), 16);
    if (line === -1 || !(size > 0)) break;
    parts.push(bytes.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

function decode(bytes: Buffer, encoding: string | undefined): Buffer {
  if (bytes.length === 0) return bytes;
  if (encoding === "br") return brotliDecompressSync(bytes);
  if (encoding === "gzip") return gunzipSync(bytes);
  return encoding === "deflate" ? inflateSync(bytes) : bytes;
}
