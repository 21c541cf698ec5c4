import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import type { Request } from "express";
import { expect, test } from "vitest";
import { holdUploadRoom, mayPost } from "#app/shared/limits.server.ts";

const room = { mostBytes: 100, mostBytesOfOne: 40 };

function ask(ip: string, bytes: number, type = "multipart/form-data; boundary=x") {
  const response = new EventEmitter();
  const request = { ip, headers: { "content-type": type, "content-length": String(bytes) } } as unknown as Request;
  return { status: holdUploadRoom(request, response as ServerResponse, room), end: () => response.emit("close") };
}

test("files are taken while there is room, from one address its share at most, and again when an answer is out", () => {
  const [one, two, three] = [ask("a", 30), ask("b", 30), ask("c", 30)];
  expect([one.status, two.status, three.status]).toEqual([null, null, null]);
  expect(ask("a", 20).status).toBe(429);
  expect(ask("d", 20).status).toBe(503);
  expect(ask("d", 5_000_000, "application/x-www-form-urlencoded").status).toBeNull();
  one.end();
  const four = ask("d", 20);
  expect(four.status).toBeNull();
  for (const { end } of [two, three, four]) end();
  expect(ask("e", 40).status).toBeNull();
});

test("one file larger than the share of an address is taken where nothing else of it is under way", () => {
  const large = ask("f", 50);
  expect([large.status, ask("f", 1).status]).toEqual([null, 429]);
  large.end();
});

test("an address may post so often a minute, and whoever is signed in behind it more, counted apart from others there", async () => {
  const most = 12;
  const post = (personId: string | null) => mayPost("192.0.2.7", most, () => Promise.resolve(personId));
  const times = async (count: number, personId: string | null) => {
    let taken = 0;
    for (let time = 0; time < count; time += 1) if (await post(personId)) taken += 1;
    return taken;
  };
  expect(await times(most + 5, null)).toBe(most);
  expect(await times(most * 5 + 5, "dawit")).toBe(most * 5);
  expect(await post("imran")).toBe(true);
  expect(await post(null)).toBe(false);
});
