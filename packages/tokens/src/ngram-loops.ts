import { countCopies } from "./count-copies.ts";
import { countDocuments } from "./count-documents.ts";
import { chooseParts, writeItems } from "./deal-pairs.ts";
import { findCopies } from "./find-copies.ts";
import { findRepeats } from "./find-repeats.ts";
import { groupPairs, joinGroups } from "./group-pairs.ts";
import type { Memory } from "./memory.ts";
import { kernelLoops } from "./kernel-loops.ts";
import { numberNgrams } from "./number-ngrams.ts";
import { settleIds } from "./settle-ids.ts";
import { SharedMemory } from "./shared-memory.ts";
import { tallyTokens } from "./tally-tokens.ts";
import { writeStretches } from "./write-stretches.ts";

/** What n-grams are found, numbered and counted with. */
export interface NgramLoops {
  readonly tallyTokens: typeof tallyTokens;
  readonly findCopies: typeof findCopies;
  readonly writeStretches: typeof writeStretches;
  readonly chooseParts: typeof chooseParts;
  readonly writeItems: typeof writeItems;
  readonly groupPairs: typeof groupPairs;
  readonly numberNgrams: typeof numberNgrams;
  readonly joinGroups: typeof joinGroups;
  readonly settleIds: typeof settleIds;
  readonly countCopies: typeof countCopies;
  readonly findRepeats: typeof findRepeats;
  readonly countDocuments: typeof countDocuments;
}

export const PLAIN_LOOPS: NgramLoops = {
  tallyTokens,
  findCopies,
  writeStretches,
  chooseParts,
  writeItems,
  groupPairs,
  numberNgrams,
  joinGroups,
  settleIds,
  countCopies,
  findRepeats,
  countDocuments,
};

/** The loops for columns in a memory: those of WebAssembly where it is shared, and else those in TypeScript, which give the same. */
export function ngramLoops(memory: Memory): NgramLoops {
  return (memory instanceof SharedMemory && kernelLoops(memory, PLAIN_LOOPS)) || PLAIN_LOOPS;
}
