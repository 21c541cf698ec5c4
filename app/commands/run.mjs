// `npm run NAME`: prepares what is not up to date, then runs the command of that name with the words that follow it.
import { giveUp } from "./run-step.mjs";

try {
  const [name = ""] = process.argv.splice(2, 1);
  const { buildDir, prepare, root } = await import("./prepare.mjs");
  const { join } = await import("node:path");
  const { pathToFileURL } = await import("node:url");
  process.chdir(root);
  await prepare();
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(buildDir, "server", `${name}.js`)).href);
} catch (problem) {
  giveUp(problem);
}
