import type { Draw } from "./draw.ts";

/** What one record asks for and the answer to it. */
export interface Task {
  readonly instruction: string;
  readonly output: string;
}

/** A kind of task: the same kind gives a different text for every draw. */
export type Kind = (draw: Draw) => Task;
