import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withClaims } from "./checked-example.ts";
import type { CodeExample } from "./code-examples.ts";
import { ROOT } from "./workspace-packages.ts";

const CHECKED = new URL("checked-example.ts", import.meta.url).href;

/** Imports every example in turn, in one process, and tells what went wrong in which. */
const RUNNER = `
const [count, folder] = process.argv.slice(2);
console.log = () => {};
const problems = [];
for (let index = 0; index < Number(count); index++) {
  try {
    await import(new URL(\`\${index}.ts\`, folder).href);
    problems.push(null);
  } catch (error) {
    problems.push(error instanceof Error ? \`\${error.name}: \${error.message}\` : String(error));
  }
}
process.stdout.write(JSON.stringify(problems));
`;

/**
 * Runs examples by Node itself, on the sources of the workspace. They are written within the repository, because packages
 * resolve from there, and outside node_modules, because Node erases no types in it.
 *
 * @returns what went wrong in each example, `null` where nothing did
 */
export function runExamples(examples: readonly CodeExample[]): readonly (string | null)[] {
  mkdirSync(join(ROOT, ".vitest"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".vitest", "examples-"));
  try {
    for (const [index, { code }] of examples.entries()) {
      writeFileSync(join(folder, `${index}.ts`), `import { claim } from "${CHECKED}"; ${withClaims(code)}\n;claim;`);
    }
    writeFileSync(join(folder, "runner.mjs"), RUNNER);
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const args = ["--conditions=@corpulse/source", "--disable-warning=ExperimentalWarning", join(folder, "runner.mjs")];
    const result = spawnSync(process.execPath, [...args, String(examples.length), `${pathToFileURL(folder).href}/`], {
      cwd: fileURLToPath(pathToFileURL(ROOT)),
      encoding: "utf8",
    });
    if (result.status !== 0)
      throw new Error(`Cannot run the examples: node ended with ${result.status}\n${result.stderr}`);
    const problems: readonly (string | null)[] = JSON.parse(result.stdout);
    return problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
