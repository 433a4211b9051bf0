#!/usr/bin/env node
// Nothing is imported here: whatever goes wrong later, even in loading the tool itself, ends with a code that says so.
// Node's own code for an uncaught error is 1, which would read as a failed gate.
const INTERNAL = 4;

/** The first version that has everything the tool uses. */
const [OLDEST_MAJOR, OLDEST_MINOR] = [22, 18];

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

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR)) {
  import("./run.ts").then(({ run }) => run(process)).catch(fail);
} else {
  const rule = `Node must be ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer`;
  process.stderr.write(`corpulse: Cannot start: ${rule}, current value is ${process.versions.node}\n`);
  process.exitCode = INTERNAL;
}
