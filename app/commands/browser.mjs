// A browser for the journeys: the one named, one that is installed, the system's package, or Playwright's own download.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { runKept, say, StepFailed } from "./run-step.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const usualPlaces = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** The browser that is already here, if any. @returns {string | undefined} */
export function installedBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return named;
  const places = usualPlaces[/** @type {keyof typeof usualPlaces} */ (process.platform)] ?? onPath();
  return places.find(works);
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Tried, because some systems have a browser's name that only says where to get it.
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false;
  return process.platform === "win32" || spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** A browser that is there when this returns, installed if need be. */
export async function findBrowser() {
  const found = installedBrowser() ?? (await playwrightsOwn());
  if (found) return found;
  say("Installing a browser for the tests");
  const installed = (await installPackage()) ?? (await download());
  if (installed) return installed;
  throw new StepFailed(
    "The journeys need a browser and none could be installed: install Chromium or Google Chrome, or set CHROME_PATH to one.",
  );
}

async function playwrightsOwn() {
  const { chromium } = await import("playwright");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

async function installPackage() {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = [...asRoot, "apt-get"];
  if (process.platform !== "linux" || !(await runs([...apt, "--version"]))) return undefined;
  await runs([...apt, "update"]);
  await runs([...apt, "install", "--yes", "--no-install-recommends", "chromium"]);
  return installedBrowser();
}

/** @param {string[]} command */
async function runs([program = "", ...args]) {
  return (await runKept(program, args, { env: { DEBIAN_FRONTEND: "noninteractive" } })).ok;
}

async function download() {
  await runKept(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"]);
  return playwrightsOwn();
}
