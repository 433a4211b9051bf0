/** Runs the command-line tool from this clone: `npm start -- report FILE…`. With no arguments it shows the example report. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const given = process.argv.slice(2);
const tour = given.length === 0;

/** npm runs scripts in the root; paths in the arguments are meant from where the user stands. */
const cwd = tour ? root : (process.env.INIT_CWD ?? root);
const args = tour ? ["report", "examples/base.jsonl"] : given;
const child = spawn(process.execPath, [`${root}/apps/cli/dist/bin.js`, ...args], { cwd, stdio: "inherit" });

const NEXT = `
Try next, from this folder:
  npm start -- report FILE…                          a report of your own corpus
  npm start -- gate --base examples/base.jsonl --candidate examples/copied.jsonl
                                                     a batch that must not merge
  npm start -- explain self_bleu_3                   what a number means
  npm start -- --help                                everything else
`;

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));

/** npm hands a signal to the shell between it and us, which dies without a word: then nobody waits for us any more. */
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid !== parent) child.kill("SIGTERM");
}, 200);

child.on("close", (code, signal) => {
  clearInterval(watch);
  if (tour && code === 0) process.stdout.write(NEXT);
  process.exitCode = signal === "SIGINT" ? 130 : signal === "SIGTERM" ? 143 : code;
});
