/** Ends a CI run with one plain line, `N passed, N failed, N skipped`, read from the summary that vitest printed. */
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

const output = stripVTControlCharacters(readFileSync(process.argv[2], "utf8"));
const summary = output.split("\n").findLast((line) => /^\s*Tests\s+\d/.test(line)) ?? "";
const count = (name) => Number(new RegExp(`(\\d+) ${name}`).exec(summary)?.[1] ?? 0);

process.stdout.write(`${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped\n`);
if (count("passed") === 0) process.exitCode = 1;
