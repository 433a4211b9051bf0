import { type Draw, draw } from "./draw.ts";
import { healthyTasks } from "./healthy-tasks.ts";
import { nearCopy } from "./near-copy.ts";
import type { Task } from "./task.ts";
import { templatedTasks } from "./templated-tasks.ts";

const SEEDS = { base: 1, blemishes: 2, healthy: 3, copied: 4, templated: 5 };
const BATCH = 250;
/** Of the base: single near-copies, one group of them, and texts that stand in it twice. */
const NEAR_COPIES = 8;
const GROUP = 5;
const EXACT_COPIES = 2;

function shuffled(source: Draw, tasks: readonly Task[]): readonly Task[] {
  return source.some(tasks, tasks.length);
}

/** A corpus as corpora are: varied, with the few copies that creep in when many hands collect. */
function base(): readonly Task[] {
  const source = draw(SEEDS.blemishes);
  const originals = healthyTasks(draw(SEEDS.base), 600 - NEAR_COPIES - GROUP - EXACT_COPIES);
  const [favourite, ...chosen] = source.some(originals, 1 + NEAR_COPIES + EXACT_COPIES);
  const copies = chosen.slice(0, NEAR_COPIES).map((task) => nearCopy(source, task));
  const group = Array.from({ length: GROUP }, () => nearCopy(source, favourite));
  return shuffled(source, [...originals, ...copies, ...group, ...chosen.slice(NEAR_COPIES)]);
}

/** A batch of which three records in ten are records of the base with small changes. */
function copied(corpus: readonly Task[]): readonly Task[] {
  const source = draw(SEEDS.copied);
  const copies = source.some(corpus, BATCH * 0.3).map((task) => nearCopy(source, task));
  return shuffled(source, [...copies, ...healthyTasks(source, BATCH - copies.length)]);
}

function jsonLines(name: string, tasks: readonly Task[]): string {
  const line = (task: Task, index: number): string =>
    `${JSON.stringify({ id: `${name}-${String(index + 1).padStart(4, "0")}`, ...task })}\n`;
  return tasks.map(line).join("");
}

/** The example files by name: the same bytes wherever and whenever they are made. */
export function exampleCorpora(): Readonly<Record<string, string>> {
  const corpus = base();
  return {
    "base.jsonl": jsonLines("base", corpus),
    "healthy.jsonl": jsonLines("healthy", healthyTasks(draw(SEEDS.healthy), BATCH)),
    "copied.jsonl": jsonLines("copied", copied(corpus)),
    "templated.jsonl": jsonLines("templated", templatedTasks(draw(SEEDS.templated), BATCH)),
  };
}
