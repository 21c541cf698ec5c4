// `npm run check`: types, lint, who may import whom and the tests of the rules, in seconds.
import { checks, rulesTests, runChecks } from "./checks.mjs";
import { generate, install, root } from "./prepare.mjs";
import { giveUp } from "./run-step.mjs";

try {
  process.chdir(root);
  await install();
  await generate();
  const { failed } = await runChecks([...checks, rulesTests]);
  process.exit(failed === 0 ? 0 : 1);
} catch (problem) {
  giveUp(problem);
}
