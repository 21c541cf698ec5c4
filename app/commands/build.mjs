// `npm run build`: everything that running takes, so that another user may run it who can change nothing here.
import { prepare, root } from "./prepare.mjs";
import { giveUp, say } from "./run-step.mjs";

try {
  process.chdir(root);
  await prepare();
  say("Folkmoot is built. What only building takes goes with: npm prune --omit=dev --ignore-scripts");
} catch (problem) {
  giveUp(problem);
}
