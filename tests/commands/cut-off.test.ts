// What a command does when whoever reads along stops reading.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { build } from "esbuild";
import { expect, test } from "vitest";

const program = `
  import { runCommand, say } from "./app/shared/command.server.ts";
  await runCommand(async () => {
    for (let line = 0; line < 50; line++) {
      say("One more line. ".repeat(1000));
      await new Promise((done) => setTimeout(done, 5));
    }
    process.exitCode = 7;
  });`;

test("a command goes on to its end when its output is cut off, and complains of nothing", async () => {
  const { outputFiles } = await build({ stdin: { contents: program, resolveDir: process.cwd(), loader: "ts" }, bundle: true, platform: "node", format: "esm", write: false });
  const running = spawn(process.execPath, ["--input-type=module", "--eval", outputFiles[0]!.text], { stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  running.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  await once(running.stdout, "data");
  running.stdout.destroy();
  const [code] = (await once(running, "close")) as [number | null];
  expect({ code, complaint }).toEqual({ code: 7, complaint: "" });
});
