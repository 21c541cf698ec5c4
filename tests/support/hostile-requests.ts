// Requests that no page of ours makes, put together from the table of URLs, from forms and from what is known to break
// servers; each as the bytes that go down the wire.
import fc from "fast-check";
import { questionsOf, type FormDefinition } from "#app/forms/definition.ts";
import { fieldsOf } from "#app/forms/entries.ts";
import { valuesOf } from "#app/forms/question.ts";
import { anyTyped } from "./any-forms.ts";

/** What a hostile request is aimed at. */
export type Target = {
  /** Templates of the table of URLs, and whether there is something to post to. */
  urls: readonly { path: string; takesPosts: boolean }[];
  /** Good values of each part of an address, by its name with the colon. */
  parts: Readonly<Record<string, readonly string[]>>;
  /** The forms that are filled in before sending, on sending and after it. */
  forms: { asked: FormDefinition; sending: FormDefinition; equality: FormDefinition };
  /** Cookie headers by who comes. */
  visitors: Readonly<Record<string, string>>;
  host: string;
};

export type HostileRequest = {
  /** For the report: who, what and where. */
  name: string;
  head: string;
  body: Buffer;
  /** Where the head promises more than the body holds, or something else that keeps a server waiting. */
  isCutShort: boolean;
  isToHead: boolean;
};

export const bytesOf = ({ head, body }: HostileRequest): Buffer => Buffer.concat([Buffer.from(head, "latin1"), body]);

const mostly = <Value>(good: fc.Arbitrary<Value>, bad: fc.Arbitrary<Value>, weight = 9): fc.Arbitrary<Value> =>
  fc.oneof({ weight, arbitrary: good }, { weight: 1, arbitrary: bad });

const horrors = fc.constantFrom(
  ...["%00", "%%0000", "%", "%2", "%ff%fe", "%ED%A0%80", "%F4%90%80%80", "%C0%AF", "%E2%80%AE", "%u0000", "\u00ff\u00fe", "%0d%0aX-Evil:1"],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "null", "undefined", "NaN", "Infinity", "-Infinity", "-0"],
  ...["-1", "0", "1e309", "9".repeat(400), "99999999999999999999", "2147483648", "0x10", "1;2", "[]", "{}", "true"],
  ...["31", "02", "275760", "275761", "-271821", "0000", "29", "2023-02-31", "+275760-09-13T00:00:00.001Z"],
  ...["..", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e", "%5c%5c", "//elsewhere.example", "javascript:alert(1)", "http://["],
  ...["' OR 1=1 --", '"><script>alert(1)</script>', "{{question}}", "$t(shared:back)", "$&$`$'", "=cmd|' /C calc'!A0"],
  ...["x".repeat(3000), "\ufdfa".repeat(200), "a\u0300".repeat(300), "\u202eevil\u2066", "\ud83d", "👨‍👩‍👧‍👦", "\t\r\n"],
);

/** As one would type it, or as no one could. */
const anyValue = fc.oneof(anyTyped, horrors, fc.constantFrom("yes", "no", "priorities", "o0", "q1", "individual", "unnamed", "someone@example.org", "set-closing"));

const escaped = (text: string) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));

const queryNames = [
  ...["after", "before", "from", "errors", "key", "pass", "to", "token", "consultation", "withdraw", "ask", "done", "size", "asked"],
  ...["_routes", "_data", "index", "p", "version", "__proto__", "constructor", "after[]", "after[a]", ""],
];

const fieldNames = [
  ...["email", "to", "code", "pass", "token", "person", "reference", "_intent", "_page", "answer", "deed", "consultation"],
  ...["closes-day", "closes-month", "closes-year", "time", "day", "month", "year", "__proto__", "constructor", "__proto__[a]", "a[b][c]", ""],
];

const intents = ["keep", "back", "later", "finish", "clear", "withdraw", "change", "discard", "publish", "open", "close", "freeze", "set-closing", "nonsense"];

type Pairs = [string, string][];

/** The form that is filled in at an address. */
function formOf({ forms }: Target, url: string): FormDefinition {
  if (url.includes("/equality")) return forms.equality;
  return /about-you|permission/.test(url) ? forms.sending : forms.asked;
}

/** Fields as this form has them and as none does, with likely and unlikely values. */
function anyFields(form: FormDefinition, parts: Target["parts"]): fc.Arbitrary<Pairs> {
  const own = questionsOf(form).flatMap((question) => {
    const values = [...valuesOf(question), ...(question.type === "matrix" ? question.columns : []).map(({ id }) => id)];
    const value = values.length > 0 ? fc.oneof(fc.constantFrom(...values), anyValue) : anyValue;
    return fieldsOf(question).map((field) => fc.tuple(fc.constant(field), value));
  });
  const of = (name: fc.Arbitrary<string>, value: fc.Arbitrary<string>): fc.Arbitrary<[string, string]> => fc.tuple(name, value);
  const known = of(fc.constantFrom(...fieldNames), fc.oneof(anyValue, fc.constantFrom(...Object.values(parts).flat())));
  const way = of(fc.constantFrom("_intent", "deed"), fc.constantFrom(...intents));
  const few = fc.array(fc.oneof(known, way, of(anyValue, anyValue), ...own), { maxLength: 25 });
  const many = fc.tuple(fc.integer({ min: 1900, max: 6000 }), fc.constantFrom("a", "first", "q1", "")).map(
    ([count, name]) => Array.from({ length: count }, (_, index): [string, string] => [index % 2 ? name : `${name}${index}`, "x"]),
  );
  const huge = fc
    .tuple(fc.constantFrom("q1", "first", "email", "reference", "code"), fc.constantFrom("x", "9", " ", "\ufdfa", "é", "<", "a@"), fc.integer({ min: 50_000, max: 700_000 }))
    .map(([name, unit, length]): Pairs => [[name, unit.repeat(Math.ceil(length / unit.length))]]);
  return fc.oneof({ weight: 40, arbitrary: few }, { weight: 1, arbitrary: many }, { weight: 1, arbitrary: huge });
}

type Body = { type: string | null; bytes: Buffer };

const urlencoded = "application/x-www-form-urlencoded";

const encodedForm = (fields: Pairs): Body => ({
  type: urlencoded,
  bytes: Buffer.from(fields.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join("&")),
});

// Put in as they are, escapes and all.
const rawForm = (fields: Pairs): Body => ({
  type: urlencoded,
  bytes: Buffer.from(fields.map(([name, value]) => `${name}=${value}`).join("&")),
});

const fileNames = ["a.png", "../../etc/passwd", "C:\\x\\y.png", "\u202egnp.exe", "x".repeat(300), "a\0.png", "con.pdf", "", "Tŷ.png"];
const contents = ["", "x", "%PDF-1.4\n%%EOF", "\x89PNG\r\n\x1a\n", "GIF89a\xff\xff\xff\xff", "PK\x03\x04", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ"];

const partHeads = [
  'Content-Disposition: form-data; name="NAME"',
  'Content-Disposition: form-data; name="NAME"\r\nContent-Type: text/plain; charset=utf-7',
  'Content-Disposition: form-data; name="NAME"\r\nContent-Type: text/plain; charset=no-such',
  'Content-Disposition: form-data; name="NAME"\r\nContent-Transfer-Encoding: base64',
  'Content-Disposition: form-data; name="NAME"; filename="FILE"\r\nContent-Type: image/png',
  'Content-Disposition: form-data; name="NAME"; filename="FILE"',
  "Content-Disposition: form-data; name=\"NAME\"; filename*=UTF-8''%00%ff.png",
  "Content-Disposition: form-data",
  "Content-Disposition: attachment; filename=a",
  "X-None: 1",
  "",
  `Content-Disposition: form-data; name="NAME"\r\nX-Long: ${"x".repeat(20_000)}`,
  'Content-Disposition: form-data; name="NAME"\r\nContent-Type: multipart/mixed; boundary=x',
  "Content-Disposition: form-data; name=__proto__",
];

function anyMultipart(form: FormDefinition): fc.Arbitrary<Body> {
  const names = [...questionsOf(form).flatMap(fieldsOf), ...fieldNames];
  const part = fc
    .tuple(mostly(fc.constantFrom(...partHeads.slice(0, 6)), fc.constantFrom(...partHeads), 3), fc.constantFrom(...names), fc.constantFrom(...fileNames), fc.oneof(fc.constantFrom(...contents), anyValue))
    .map(([head, name, file, content]) => `--xyz\r\n${head.replace("NAME", name).replace("FILE", file)}\r\n\r\n${content}\r\n`);
  const ends = fc.constantFrom("--xyz--\r\n", "--xyz--", "", "--xyz", "--xyz\r\n", "--other--\r\n");
  const types = fc.constantFrom("multipart/form-data; boundary=xyz", 'multipart/form-data; boundary="xyz"');
  const wrong = fc.constantFrom(...["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=other"], `multipart/form-data; boundary=${"x".repeat(500)}`, "multipart/mixed; boundary=xyz");
  const many = fc.constant(Array.from({ length: 10_000 }, () => '--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'));
  const parts = fc.oneof({ weight: 60, arbitrary: fc.array(part, { maxLength: 8 }) }, { weight: 1, arbitrary: many });
  return fc
    .tuple(parts, mostly(fc.constant("--xyz--\r\n"), ends, 4), mostly(types, wrong))
    .map(([all, end, type]) => ({ type, bytes: Buffer.from(all.join("") + end, "utf8") }));
}

const rawBodies = [
  ...["%", "%00=%00", "%%0000=%%0000", "email=%%0000", "first=%%0000&q1=%%0000", "a=%ff%fe&b", "=&=&=", "&".repeat(10_000), "_intent=keep&_page=%ED%A0%80"],
  ...["email[]=1&email[a]=2", "email=1&email=2", "{}", '{"__proto__":{"a":1}}', "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", ""],
];

function anyBody(form: FormDefinition, parts: Target["parts"]): fc.Arbitrary<Body> {
  const fields = anyFields(form, parts);
  const types = fc.constantFrom(urlencoded, `${urlencoded}; charset=utf-16`, `${urlencoded.toUpperCase()} ;;`, "application/json", "text/plain", "text/xml", "", "a/b/c", "multipart/form-data; boundary=x", null);
  return fc.oneof(
    { weight: 10, arbitrary: fields.map(encodedForm) },
    { weight: 3, arbitrary: fields.map(rawForm) },
    { weight: 4, arbitrary: anyMultipart(form) },
    { weight: 2, arbitrary: fc.constantFrom(...rawBodies).map((body) => ({ type: urlencoded, bytes: Buffer.from(body) })) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 2000 }).map((bytes) => ({ type: urlencoded, bytes: Buffer.from(bytes) })) },
    { weight: 2, arbitrary: fc.tuple(types, fields).map(([type, some]) => ({ type, bytes: encodedForm(some).bytes })) },
  );
}

function anyPath({ parts, host }: Target, url: string, form: FormDefinition): fc.Arbitrary<string> {
  const pages = form.sections.flatMap(({ id, questions }) => [id, ...questions.map((question) => question.id)]);
  const good = (name: string) => (/:page|:question/.test(name) ? pages : (parts[name] ?? ["x"]));
  const segment = (name: string): fc.Arbitrary<string> =>
    name.startsWith(":") || name === "*" ? mostly(fc.constantFrom(...good(name)), horrors, 15) : fc.constant(name);
  const filled = fc.tuple(...url.split("/").slice(1).map(segment)).map((all) => `/${all.join("/")}`.replace(/\/about-you\/about-you$|\/permission\/permission$/, "/permission"));
  const prefix = mostly(fc.constantFrom("", "", "", "/cy", "/ur"), fc.constantFrom("/cy/ur", "/CY", "/en", "//", "/.", "/%63y", "/..", `http://${host}`, "http://elsewhere.example", "/assets", "/browser"), 20);
  const suffix = mostly(fc.constant(""), fc.constantFrom(".data", ".data.data", "/_root.data", "/", "//", "%2f", "%2F..", ";a=b", ".json", "?", "#", "/%2e%2e/x", "%c3%28"), 6);
  const pair = fc.tuple(fc.constantFrom(...queryNames), fc.oneof(horrors, anyValue.map(escaped), fc.constantFrom(...Object.values(parts).flat())));
  const query = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 2, arbitrary: fc.array(pair, { minLength: 1, maxLength: 4 }).map((all) => `?${all.map(([name, value]) => `${name}=${value}`).join("&")}`) },
  );
  const own = url.endsWith("/mine") ? mostly(fc.constantFrom(...(parts[":consultation"] ?? [])).map((id) => `?consultation=${id}`), query, 3) : query;
  return fc.tuple(prefix, filled, suffix, own).map((all) => Buffer.from(all.join("").replace(/[\s\0]/g, "%20")).toString("latin1"));
}

const oddHeaders = [
  ...["Range: bytes=0-", "Range: bytes=5-1,-9999999999999999999", "Range: lines=1", "If-None-Match: *", 'If-None-Match: W/"', "If-Modified-Since: 31 February 275760"],
  ...["Accept: */*;q=NaN", "Accept: application/json", `Accept-Language: ${"xx-".repeat(500)}`, "Accept-Encoding: br;q=2, identity;q=0, *;q=0", "Accept-Encoding: deflate", "Accept-Encoding: br, gzip"],
  ...["X-HTTP-Method-Override: DELETE", "X-Forwarded-Host: elsewhere.example", "X-Forwarded-Proto: gopher", "X-Forwarded-For: ', (,", "Forwarded: for=\"_x", "X-Original-URL: /marlshire/office"],
  ...["Content-Encoding: gzip", "Upgrade: websocket\r\nConnection: Upgrade", "Upgrade: h2c", "Expect: 100-continue", "TE: trailers", "X-Remix-Reload-Document: yes", "Purpose: prefetch", "Referer: \xff\xfe"],
  ...["Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: nonsense", "Origin: null", "Origin: https://elsewhere.example", "Origin: ][", "Origin: http://localhost:3000", "Origin: http://LOCALHOST:3000", "X-Forwarded-Host: elsewhere.example\r\nOrigin: http://localhost:3000", "Cookie: session=" + "a".repeat(40), "Cookie: language=cy"],
  ...["Cookie: =; ;;=;draft-=", `Cookie: ${"a=b; ".repeat(1500)}`, "Cookie: language=\xff; session=%00", "Cookie: __proto__=1", `X-Long: ${"x".repeat(30_000)}`],
];

const methods = ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "M-SEARCH", "get"];

/** Any request to this target; most are almost right, so that they get far. */
export function anyHostileRequest(target: Target): fc.Arbitrary<HostileRequest> {
  const urls = target.urls.flatMap((url) => (url.takesPosts ? [url, url, url] : [url]));
  return fc.constantFrom(...urls, { path: "/__manifest", takesPosts: false }).chain((url) => anyRequestTo(target, url));
}

const belongHere: [RegExp, string[]][] = [
  [/\/office/, ["administrator", "administrator", "analyst"]],
  [/\/equality|\/sent|\/mine/, ["respondent"]],
  [/\/respond/, ["resident", "resident", "respondent"]],
];

function anyRequestTo(target: Target, { path: url, takesPosts }: Target["urls"][number]): fc.Arbitrary<HostileRequest> {
  const everybody = Object.keys(target.visitors);
  const [, theirs = everybody] = belongHere.find(([pattern]) => pattern.test(url)) ?? [];
  const who = mostly(fc.constantFrom(...theirs), fc.constantFrom(...everybody), 2);
  const form = formOf(target, url);
  const hosts = mostly(fc.constant(target.host), fc.constantFrom("", "[", "a b", "user:secret@localhost", "%", "elsewhere.example", "a".repeat(3000), "localhost:99999", "\xff"), 40);
  const cookies = mostly(fc.constantFrom("as-it-is" as const), fc.constantFrom("cut" as const, "swapped" as const, "doubled" as const), 15);
  const lengths = mostly(fc.constant("right" as const), fc.constantFrom("missing" as const, "short" as const, "long" as const, "negative" as const, "vast" as const, "twice" as const, "chunked" as const), 15);
  const method = mostly(takesPosts ? fc.constantFrom("GET", "POST", "POST") : fc.constantFrom("GET", "GET", "GET", "POST"), fc.constantFrom(...methods), 15);
  return fc
    .record({ who, method, path: anyPath(target, url, form), host: hosts, cookies, length: lengths, odd: fc.array(fc.constantFrom(...oddHeaders), { maxLength: 3 }), isOdd: mostly(fc.constant(false), fc.constant(true), 4), body: anyBody(form, target.parts), address: fc.integer({ min: 1, max: 250 }) })
    .map(({ who: visitor, method: verb, path, host, cookies: how, length, odd, isOdd, body, address }) => {
      const given = target.visitors[visitor] ?? "";
      const cookie = { "as-it-is": given, cut: given.slice(0, given.length / 2), swapped: given.replace(/=(.)/g, "=x$1"), doubled: `${given}; ${given}` }[how];
      const isBodied = verb !== "GET" && verb !== "HEAD";
      const { lines, isCutShort } = isBodied ? lengthLines(length, body.bytes.length) : { lines: [], isCutShort: false };
      const head = [
        `${verb} ${path} HTTP/1.1`,
        `Host: ${host}`,
        "Connection: close",
        `X-Forwarded-For: 198.51.${address}.${(address * 7) % 250}`,
        ...(cookie === "" ? [] : [`Cookie: ${cookie}`]),
        ...(isBodied && body.type !== null ? [`Content-Type: ${body.type}`] : []),
        ...lines,
        ...(isOdd ? odd : []),
      ].join("\r\n");
      const bytes = !isBodied ? Buffer.alloc(0) : length === "chunked" ? chunked(body.bytes) : body.bytes;
      return { name: `${visitor}: ${verb} ${path.slice(0, 200)}`, head: `${head}\r\n\r\n`, body: bytes, isCutShort, isToHead: verb === "HEAD" };
    });
}

type Length = "right" | "missing" | "short" | "long" | "negative" | "vast" | "twice" | "chunked";

function lengthLines(length: Length, real: number): { lines: string[]; isCutShort: boolean } {
  const line = (value: number | string) => `Content-Length: ${value}`;
  switch (length) {
    case "right":
      return { lines: [line(real)], isCutShort: false };
    case "missing":
      return { lines: [], isCutShort: false };
    case "short":
      return { lines: [line(Math.floor(real / 2))], isCutShort: false };
    case "long":
      return { lines: [line(real + 100)], isCutShort: true };
    case "negative":
      return { lines: [line("-1")], isCutShort: false };
    case "vast":
      return { lines: [line("99999999999")], isCutShort: true };
    case "twice":
      return { lines: [line(real), line(real + 1)], isCutShort: false };
    case "chunked":
      return { lines: ["Transfer-Encoding: chunked"], isCutShort: false };
  }
}

function chunked(bytes: Buffer): Buffer {
  const size = bytes.length === 0 ? [] : [Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")];
  return Buffer.concat([...size, Buffer.from("0\r\n\r\n")]);
}
