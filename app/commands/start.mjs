// `npm start`: from a fresh clone to a running Folkmoot. Written so that an old Node can read it and say that it is old.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const isNewEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (isNewEnough) {
  start();
} else {
  console.error(`Folkmoot needs Node 20.19, 22.12 or newer, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`);
  process.exit(1);
}

async function start() {
  const { giveUp } = await import("./run-step.mjs");
  try {
    const { buildDir, prepare, root } = await import("./prepare.mjs");
    const { join } = await import("node:path");
    const { pathToFileURL } = await import("node:url");
    process.chdir(root);
    await prepare();
    process.env.NODE_ENV = "production";
    process.setSourceMapsEnabled(true);
    // because the server runs in this very process, what stops this command stops it, and its exit code is ours
    await import(pathToFileURL(join(buildDir, "server", "serve.js")).href);
  } catch (problem) {
    giveUp(problem);
  }
}
