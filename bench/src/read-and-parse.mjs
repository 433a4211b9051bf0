// The baseline: reads a file and parses each line, nothing else, in the fastest way Node has. Plain JavaScript, so that no
// time goes into stripping types.
import { readFileSync } from "node:fs";

const bytes = readFileSync(process.argv[2]);
let from = 0;
let records = 0;
while (from < bytes.length) {
  const newline = bytes.indexOf(10, from);
  const end = newline < 0 ? bytes.length : newline;
  if (end > from && JSON.parse(bytes.utf8Slice(from, end)) !== undefined) records++;
  from = end + 1;
}
process.stdout.write(`${records}\n`);
