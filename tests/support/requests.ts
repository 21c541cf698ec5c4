// Requests as a browser makes them, for calling a page's loader or action, and what came back in one shape.
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";

type Asked = { cookies?: string | string[]; headers?: Record<string, string> };
type Given = Partial<AppLoadContext>;

/** What the server hands to a page besides the request; a test names only what matters to it. */
export function buildContext({ language = "en", now = new Date(), ...rest }: Given = {}): AppLoadContext {
  return { language, now, requestId: "test", site: "http://localhost:3000", address: "192.0.2.1", nonce: "test", ...rest };
}

function headersOf({ cookies = [], headers = {} }: Asked): Headers {
  const all = new Headers(headers);
  const given = [cookies].flat().map((cookie) => cookie.split(";", 1)[0]);
  if (given.length > 0) all.set("Cookie", given.join("; "));
  return all;
}

function addressOf(path: string): string {
  return new URL(path, "http://localhost:3000").href;
}

/** `cookies` may be Set-Cookie headers as they came. */
export function get(path: string, asked: Asked = {}): Request {
  return new Request(addressOf(path), { headers: headersOf(asked) });
}

/** A posted form; a field with several values is given as a list. Files make it multipart. */
export function post(path: string, fields: Record<string, string | string[] | File> = {}, asked: Asked = {}): Request {
  const entries = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
  const withFiles = entries.some(([, value]) => value instanceof File);
  const body = withFiles ? new FormData() : new URLSearchParams();
  for (const [name, value] of entries) (body as FormData).append(name, value as string);
  return new Request(addressOf(path), { method: "POST", headers: headersOf(asked), body });
}

/** What a loader or action takes. `params` are those of its URL. */
export function argsOf(
  request: Request,
  { params = {}, ...given }: Given & { params?: Record<string, string> } = {},
): LoaderFunctionArgs & ActionFunctionArgs {
  return { request, params, context: buildContext(given) };
}

export type Answer<Value> = { status: number; headers: Headers; body: Value };

/** What a page answered, whether it returned a value, `data(…)` or a Response, or threw a Response. */
export async function answerOf<Value = unknown>(asked: unknown): Promise<Answer<Value>> {
  const answer: unknown = await Promise.resolve(asked).catch((thrown: unknown) => {
    if (thrown instanceof Response || isData(thrown)) return thrown;
    throw thrown;
  });
  if (answer instanceof Response) {
    return { status: answer.status, headers: answer.headers, body: undefined as Value };
  }
  if (isData(answer)) {
    return { status: answer.init?.status ?? 200, headers: new Headers(answer.init?.headers), body: answer.data as Value };
  }
  return { status: 200, headers: new Headers(), body: answer as Value };
}

type Data = { type: "DataWithResponseInit"; data: unknown; init: ResponseInit | null };

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && (value as Data).type === "DataWithResponseInit";
}

/** Where an answer sends the browser. */
export function locationOf(answer: { headers: Headers }): string | null {
  return answer.headers.get("Location");
}

/** The cookies an answer sets, to be given to the next request. */
export function cookiesOf(answer: { headers: Headers }): string[] {
  return answer.headers.getSetCookie();
}

