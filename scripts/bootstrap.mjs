/**
 * Makes a clone ready to run, under whatever Node the machine has (18 or newer): installs what the lock file names when
 * something is missing, and with `--build` builds what has changed. Everything it says goes to stderr, so that
 * `npm start --silent -- report … --out json=-` prints nothing but the report.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const SUPPORTED = "22.18 or newer, 24.11 or newer, or 26";

function say(message) {
  process.stderr.write(`${message}\n`);
}

function stop(message) {
  say(`Cannot set up Corpulse: ${message}`);
  process.exit(1);
}

function readJson(path) {
  const file = `${root}/${path}`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** The packages of the lock file that npm has not installed, or installed in another version. Optional ones may be absent. */
function missingPackages() {
  const wanted = readJson("package-lock.json")?.packages;
  const installed = readJson("node_modules/.package-lock.json")?.packages;
  if (wanted === undefined) stop("package-lock.json is missing, restore it with `git checkout package-lock.json`");
  if (installed === undefined) return ["node_modules"];
  return Object.entries(wanted)
    .filter(([path]) => path.startsWith("node_modules/"))
    .filter(([path, entry]) => installed[path]?.version !== entry.version && !entry.optional && !entry.link)
    .map(([path]) => path);
}

function run(command, args, options) {
  return spawnSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024, ...options });
}

function npm(args) {
  const running = process.env.npm_execpath;
  const [command, leading] = running ? [process.execPath, [running]] : ["npm", []];
  return run(command, [...leading, ...args], { stdio: ["ignore", "pipe", "pipe"], shell: !running });
}

function install() {
  if (missingPackages().length === 0) return;
  say("Installing the development tools (once, about 15 seconds) …");
  const result = npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (result.status !== 0) stop(`npm ci failed\n${result.stdout}${result.stderr}`);
  const missing = missingPackages();
  if (missing.length > 0) stop(`npm ci left out ${missing.slice(0, 3).join(", ")}`);
}

/** npm put node_modules/.bin on PATH before it existed, so this finds the Node that the repository brings. */
function checkNode() {
  const result = run("node", ["-p", "process.versions.node"], { shell: process.platform === "win32" });
  const [major, minor] = (result.stdout ?? "").trim().split(".").map(Number);
  const supported = (major === 22 && minor >= 18) || (major === 24 && minor >= 11) || major >= 26;
  if (!supported) stop(`it needs Node ${SUPPORTED}, current version is ${result.stdout?.trim() || "unknown"}`);
}

function build() {
  const result = run(`node_modules/.bin/turbo${process.platform === "win32" ? ".cmd" : ""}`, ["run", "build"], {
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", DO_NOT_TRACK: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
    shell: process.platform === "win32",
  });
  if (result.status !== 0) stop(`the build failed\n${result.stdout}${result.stderr}`);
}

install();
checkNode();
if (process.argv.includes("--build")) {
  if (!existsSync(`${root}/apps/cli/dist/bin.js`)) say("Building the packages (once, some seconds) …");
  build();
}
