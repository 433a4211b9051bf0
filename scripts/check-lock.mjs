/**
 * Holds what npm itself does not check: every package of the lock file has an integrity hash and no download address
 * (addresses would tie a clone to the registry of whoever wrote the lock), and none asks to run an install script that
 * package.json does not speak of.
 */
import { readFileSync } from "node:fs";

const root = new URL("..", import.meta.url);
const lock = JSON.parse(readFileSync(new URL("package-lock.json", root), "utf8"));
const { allowScripts = {} } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));

const problems = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path.includes("node_modules/") || entry.link) continue;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  if (!entry.integrity && !entry.inBundle) problems.push(`${path}: no integrity hash`);
  if (entry.resolved) problems.push(`${path}: names a download address`);
  if (entry.hasInstallScript && !(name in allowScripts))
    problems.push(`${path}: has an install script, not in allowScripts`);
}
for (const problem of problems) process.stderr.write(`${problem}\n`);
if (problems.length > 0) process.exitCode = 1;
else
  process.stdout.write(
    `The lock file holds ${Object.keys(lock.packages).length} packages, all with integrity hashes\n`,
  );
