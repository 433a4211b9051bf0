// Profiles the built tool's whole report of a file, all threads, and prints where the time goes.
import { globSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type CpuProfile, hotFunctions } from "./hot-functions.ts";
import { PLACES, temporaryFolder } from "./places.ts";
import { runProcess } from "./run-process.ts";
import { digits, table } from "./table.ts";

const MOST = 25;
const [file, ...options] = process.argv.slice(2);
const folder = temporaryFolder();
try {
  const profiling = ["--cpu-prof", "--cpu-prof-dir", folder];
  await runProcess(process.execPath, [...profiling, PLACES.cli, "report", file, "--out", "json=-", ...options]);
  const profiles = globSync("*.cpuprofile", { cwd: folder }).map((name): CpuProfile => {
    const profile: CpuProfile = JSON.parse(readFileSync(join(folder, name), "utf8"));
    return profile;
  });
  const rows = hotFunctions(profiles, MOST).map(({ name, owner, seconds, share }) => [
    owner,
    `\`${name}\``,
    digits(seconds, " s"),
    digits(share * 100, " %"),
  ]);
  process.stdout.write(`${table(["package", "function", "self time", "share"], rows)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
