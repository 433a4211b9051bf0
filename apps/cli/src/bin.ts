#!/usr/bin/env node
// Nothing is imported here: whatever goes wrong later, even in loading the tool itself, ends with a code that says so.
// Node's own code for an uncaught error is 1, which would read as a failed gate.
const INTERNAL = 4;

function fail(error: unknown): void {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`corpulse: internal error, please report it\n${detail}\n`);
  process.exitCode = INTERNAL;
}

process.on("uncaughtException", (error) => {
  fail(error);
  process.exit(INTERNAL);
});
process.on("unhandledRejection", (error) => {
  fail(error);
  process.exit(INTERNAL);
});

import("./run.ts").then(({ run }) => run(process)).catch(fail);
