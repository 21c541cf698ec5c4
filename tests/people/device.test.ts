import fc from "fast-check";
import { expect, test } from "vitest";
import { deviceOf, readDevice, writeDevice } from "#app/people/device.ts";

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0", "firefox windows"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "edge windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1", "safari ios"],
  ["Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "samsung android"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "chrome mac"],
  ["Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", "chrome chromeos"],
  ["curl/8.5.0", "- -"],
])("%s is told as %s", (userAgent, kept) => {
  expect(writeDevice(deviceOf(userAgent))).toBe(kept);
});

test("what is kept is read again, and what is not known is nothing", () => {
  fc.assert(
    fc.property(fc.option(fc.string()), (userAgent) => {
      const device = deviceOf(userAgent);
      expect(readDevice(writeDevice(device))).toEqual(device);
    }),
  );
  for (const kept of [null, "", "netscape amiga"]) expect(readDevice(kept)).toEqual({ browser: null, system: null });
});
