import type { Contender } from "./in-turn.ts";
import { runProcess } from "./run-process.ts";

/** A program for the Node that runs this one. */
export function nodeContender(name: string, ...args: readonly string[]): Contender {
  return { name, run: () => runProcess(process.execPath, args) };
}
