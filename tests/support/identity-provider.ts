// The provider of sign-in of the tests, and a browser that signs in on its pages.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ProviderSettings } from "#app/shared/identity-provider.ts";

export type RunningProvider = { settings: ProviderSettings; stop(): Promise<void> };

/** Starts one; `ahead` moves its clock, `tellsInToken` has it tell addresses without being asked again. */
export async function startProvider(site: string, { ahead = 0, tellsInToken = false } = {}): Promise<RunningProvider> {
  const told = { returns: [`${site}/sign-in/provider/return`], leaves: [`${site}/sign-out`], tellsInToken };
  const child = spawn(process.execPath, ["tests/support/identity-provider.mjs"], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, PROVIDER: JSON.stringify(told), CLOCK_AHEAD: String(ahead) },
  });
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const issuer = /listening (\S+)/.exec(line.toString())?.[1] ?? "";
  return {
    settings: { issuer, clientId: "folkmoot", clientSecret: "open-sesame", name: "Marlshire Council", requiredAcr: [], requiredAmr: [], trustsEmail: false },
    stop: async () => {
      child.kill("SIGKILL");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    },
  };
}

/** What somebody does on the provider's pages. */
type Doing = { as: string; surely?: boolean } | "cancel";

/** Goes to the provider as a browser does, and comes to the address it sends back to. */
export async function goThrough(start: string, doing: Doing): Promise<URL> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(start);
  const ask = async (address: string, fields?: Record<string, string>) => {
    const answer = await fetch(new URL(address, origin), {
      redirect: "manual",
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";", 1)[0]!.split(/=(.*)/s);
      cookies.set(name, value);
    }
    return { to: answer.headers.get("Location"), text: await answer.text() };
  };
  let address = start;
  for (let steps = 0; steps < 12; steps += 1) {
    if (new URL(address, origin).origin !== origin) return new URL(address);
    const { to, text } = await ask(address);
    if (to !== null) {
      address = to;
      continue;
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1];
    if (prompt === undefined) throw new Error(`The provider showed another page: ${text.replace(/<[^>]+>|\s+/g, " ").slice(0, 300)}`);
    const page = new URL(address, origin).pathname;
    if (doing === "cancel") address = `${page}/abort`;
    else if (prompt === "login" && doing.surely) address = `${page}/surely/${encodeURIComponent(doing.as)}`;
    else address = (await ask(page, { prompt, login: prompt === "login" ? doing.as : "", password: "any" })).to ?? "";
  }
  throw new Error("The provider sends in circles");
}
