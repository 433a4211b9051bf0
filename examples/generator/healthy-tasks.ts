import type { Draw } from "./draw.ts";
import { biography } from "./kinds/biography.ts";
import { comparison } from "./kinds/comparison.ts";
import { dialogue } from "./kinds/dialogue.ts";
import { explanation } from "./kinds/explanation.ts";
import { extraction } from "./kinds/extraction.ts";
import { journeyPlan } from "./kinds/journey-plan.ts";
import { message } from "./kinds/message.ts";
import { query } from "./kinds/query.ts";
import { recipe } from "./kinds/recipe.ts";
import { repair } from "./kinds/repair.ts";
import { review } from "./kinds/review.ts";
import { rewrite } from "./kinds/rewrite.ts";
import { story } from "./kinds/story.ts";
import { timetable } from "./kinds/timetable.ts";
import { wordProblem } from "./kinds/word-problem.ts";
import type { Kind, Task } from "./task.ts";

const KINDS: readonly Kind[] = [
  biography,
  comparison,
  dialogue,
  explanation,
  extraction,
  journeyPlan,
  message,
  query,
  recipe,
  repair,
  review,
  rewrite,
  story,
  timetable,
  wordProblem,
];

const SHORTEST = 40;
const LONGEST = 120;

/** Varied tasks: what an honest source would send. Texts outside 40…120 words are drawn again. */
export function healthyTasks(draw: Draw, count: number): readonly Task[] {
  const tasks: Task[] = [];
  while (tasks.length < count) {
    const task = draw.pick(KINDS)(draw);
    const words = `${task.instruction} ${task.output}`.split(" ").length;
    if (words >= SHORTEST && words <= LONGEST) tasks.push(task);
  }
  return tasks;
}
