// `npm run NAME`: prepares what is not up to date, then runs the command of that name with the words that follow it.
import { giveUp, StepFailed } from "./run-step.mjs";

try {
  const [name = ""] = process.argv.splice(2, 1);
  const { buildDir, prepare, root } = await import("./prepare.mjs");
  const { existsSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { pathToFileURL } = await import("node:url");
  process.chdir(root);
  await prepare();
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  const program = join(buildDir, "server", `${name}.js`);
  if (!existsSync(program)) throw new StepFailed(`There is no command “${name}”; the README lists those there are.`);
  await import(pathToFileURL(program).href);
} catch (problem) {
  giveUp(problem);
}
