import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import type { Request } from "express";
import { expect, test } from "vitest";
import { holdUploadRoom } from "#app/shared/limits.server.ts";

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
