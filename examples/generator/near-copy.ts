import type { Draw } from "./draw.ts";
import { DAYS, MONTHS, PEOPLE, TOWNS } from "./lexicon.ts";
import type { Task } from "./task.ts";

const SUFFIXES = [" I hope this helps.", " Let me know if anything is unclear.", " Feel free to ask for more."];

/** Words that can stand for one another, so that a changed copy is still good English. */
const FAMILIES: readonly (readonly string[])[] = [PEOPLE, TOWNS, DAYS, MONTHS];

function replaceOne(draw: Draw, text: string): string {
  const families = FAMILIES.map((words) => words.filter((word) => text.includes(word))).filter(
    (found) => found.length > 0,
  );
  if (families.length === 0) return text + draw.pick(SUFFIXES);
  const old = draw.pick(draw.pick(families));
  const family = FAMILIES.find((words) => words.includes(old)) ?? [];
  const fresh = draw.pick(family.filter((word) => !text.includes(word)));
  const at = text.lastIndexOf(old);
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

/** The task again with the small changes that copying hands make: a name, a greeting, a polite word. */
export function nearCopy(draw: Draw, { instruction, output }: Task): Task {
  const edits = draw.number(1, 4);
  if (edits === 1) return { instruction, output: output + draw.pick(SUFFIXES) };
  if (edits === 2) return { instruction: `Please help. ${instruction}`, output };
  if (edits === 3) return { instruction, output: replaceOne(draw, output) };
  return {
    instruction: `${draw.pick(["Hello!", "A question:", "Task:"])} ${instruction}`,
    output: replaceOne(draw, output),
  };
}
