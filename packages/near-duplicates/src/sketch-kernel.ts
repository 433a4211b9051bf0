import { int32, type SharedMemory } from "@corpulse/tokens";
import { loadSharedKernel } from "./load-shared-kernel.ts";
import type { SketchLoop, SketchPlan } from "./sketch-loop.ts";
import { SCRATCH_BYTES, sketchScratch } from "./sketch-scratch.ts";
import { WordHashes } from "./word-hashes.ts";

/** Tokens of most documents, and how many the kernel writes at most behind the last one. */
const ROOM = 1 << 10;
const BEHIND = 3;

/** The loop of WebAssembly over documents in a shared memory, which leaves those elsewhere to another; `null` where there is none. */
export function sketchKernel(memory: SharedMemory, plan: SketchPlan, elsewhere: SketchLoop): SketchLoop | null {
  const kernel = loadSharedKernel(memory);
  const scratch = memory.take(SCRATCH_BYTES);
  if (kernel === null || !memory.holds(scratch)) return null;
  const { banding, seed, size } = plan;
  const { bands, rows } = banding;
  sketchScratch(scratch, banding, seed);
  const hashes = new WordHashes(memory);
  let shingles = int32(memory, ROOM + BEHIND);
  return (documents, keys) => {
    const { text, firstCopyOf, to } = documents;
    const { tokens, offsets, vocabulary } = text;
    if (!memory.holds(tokens, offsets, firstCopyOf, keys)) return elsewhere(documents, keys);
    const words = hashes.read(vocabulary);
    for (let { from } = documents; from < to;) {
      if (!memory.holds(words, shingles)) return elsewhere({ ...documents, from }, keys);
      const columns = [offsets.byteOffset, firstCopyOf.byteOffset, tokens.byteOffset, words.byteOffset] as const;
      const [at, room] = [shingles.byteOffset, shingles.length - BEHIND];
      const made = [size, bands, rows, scratch.byteOffset, at, room] as const;
      from = kernel.sketchDocuments(from, to, ...columns, ...made, keys.byteOffset);
      if (from < to) shingles = int32(memory, 2 * (offsets[from + 1] - offsets[from]) + BEHIND);
    }
  };
}
