// What docs/running/ tells people to copy agrees with the settings, the limits and the files there are.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { sources } from "#app/commands/prepare.mjs";
import { environment, secretSettings } from "#app/shared/config.server.ts";
import { largestForm } from "#app/shared/limits.server.ts";

const read = (name: string) => readFileSync(name, "utf8");
const [unit, settings, nginx, caddy, compose, docker, command] = [
  ...["folkmoot.service", "settings", "nginx.conf", "Caddyfile", "compose.yaml"].map((name) => read(`docs/running/${name}`)),
  ...["Dockerfile", "docs/running/folkmoot"].map(read),
] as [string, string, string, string, string, string, string];

const known = [...Object.keys(environment.shape), ...secretSettings.map((name) => `${name}_FILE`), "NODE_ENV"];
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);
const megabytes = (text: string, pattern: RegExp) => Number(pattern.exec(text)?.[1]);

test.each([
  ["the unit", all(unit, /^Environment=(\w+)=/gm)],
  ["the settings file", all(settings, /^#?(\w+)=/gm)],
  ["the command", all(command, /^([A-Z_]+)=/gm).filter((name) => !["INIT_CWD", "HOME"].includes(name))],
  ["the compose file", all(compose, /^ {6}([A-Z_]+): /gm).filter((name) => !/^POSTGRES_|^FOLKMOOT$/.test(name))],
  ["the Dockerfile", all(docker, /^(?:ENV| {4})\s*(\w+)=/gm).filter((name) => name !== "HOME")],
])("%s names settings that there are", (_, names) => {
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(known, name).toContain(name);
});

test("what holds a secret is never given as a setting in the open", () => {
  for (const text of [unit, settings, compose, docker]) {
    for (const name of secretSettings) expect(text).not.toMatch(new RegExp(`\\b${name}\\s*[=:]`));
  }
});

test("the settings file is right as it stands", () => {
  const given = Object.fromEntries(all(settings, /^(\w+=.*)$/gm).map((line) => line.split(/=(.*)/s).slice(0, 2)));
  const { PORT, TRUSTED_PROXIES, BASE_URL } = environment.parse(given);
  expect(TRUSTED_PROXIES).toBe(1);
  expect(BASE_URL).toMatch(/^https:/);
  expect(nginx).toContain(`server 127.0.0.1:${PORT};`);
  expect(caddy).toContain(`127.0.0.1:${PORT}`);
  expect(nginx).toContain(`server_name ${new URL(BASE_URL ?? "").host} `);
});

test("each proxy lets through the largest form there is, and more, so that what is too large is refused in words", () => {
  const largest = environment.parse({}).MAX_UPLOAD_MB + largestForm / 1024 / 1024;
  expect(megabytes(nginx, /client_max_body_size (\d+)m;/)).toBeGreaterThan(largest);
  expect(megabytes(caddy, /max_size (\d+)MB/)).toBeGreaterThan(largest);
});

test("nothing is written to a log that opens a response or signs somebody in", () => {
  expect(/^log_format folkmoot '(.*)'/m.exec(nginx)?.[1]).not.toMatch(/\$request\b|\$request_uri|\$args|\$query_string|\$http_referer|\$http_cookie/);
  expect(nginx).toMatch(/^ {2}error_log \S+ crit;$/m);
  expect(all(caddy, /^\s*(log)\b/gm)).toHaveLength(1);
  expect(caddy).toContain("exclude http.log.access http.log.error");
});

test("each proxy lets go of an idle connection before Folkmoot does", () => {
  const nodesOwn = 5;
  expect(Number(/^ {2}keepalive_timeout (\d+)s;/m.exec(nginx)?.[1])).toBeLessThan(nodesOwn);
  expect(Number(/keepalive (\d+)s/.exec(caddy)?.[1])).toBeLessThan(nodesOwn);
});

test("nginx takes no other encryption than what hides the past too and cannot be changed unseen", () => {
  expect(nginx).toMatch(/^ {2}ssl_protocols TLSv1\.2 TLSv1\.3;$/m);
  const ciphers = /^ {2}ssl_ciphers (\S+);$/m.exec(nginx)?.[1]?.split(":") ?? [];
  expect(ciphers.length).toBeGreaterThan(3);
  for (const cipher of ciphers) expect(cipher).toMatch(/^ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)$/);
});

test("the unit and the container have the same time to stop", () => {
  expect(/^TimeoutStopSec=(\d+)$/m.exec(unit)?.[1]).toBe(/stop_grace_period: (\d+)s/.exec(compose)?.[1]);
});

test("the image is made from all that a build is made from, and runs as nobody in particular", () => {
  const letIn = read(".dockerignore").split("\n").filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  for (const source of sources) expect(letIn).toContain(source);
  const [, runs = ""] = docker.split(/^FROM .*\n/m).slice(-2);
  expect(runs).not.toMatch(/^(ADD|ARG)|^COPY \./m);
  expect(runs).toMatch(/^USER \d{4,}:\d{4,}$/m);
  expect(runs).toContain("/readyz");
});

test("what docs/running.md leads to is there", () => {
  const text = read("docs/running.md");
  for (const path of all(text, /\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(join(dirname("docs/running.md"), path)), path).toBe(true);
  for (const path of all(text, /`(docs\/running\/\w[\w.]*)`/g)) expect(existsSync(path), path).toBe(true);
});
