import { addWords } from "./add-words.ts";
import { BLOCK, type KernelMemory, kernelLayout, kernelMemory, type KernelSize } from "./kernel-memory.ts";
import { projectWord } from "./project-word.ts";
import { scaleRows } from "./scale-rows.ts";
import { loadKernel } from "./load-kernel.ts";

/** What rows are added up with. */
export interface RowKernel {
  readonly memory: KernelMemory;
  /** Adds the words of the first `count` batches to their rows. */
  readonly addWords: (count: number) => void;
  /** Projects the first `count` features to the word vector at `place`, which is counted in bytes of a block of the table. */
  readonly projectWord: (count: number, place: number) => void;
  /** Scales the first `count` rows to length 1. */
  readonly scaleRows: (count: number) => void;
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same to the last bit. */
export function rowKernel(size: KernelSize): RowKernel {
  const layout = kernelLayout(size);
  const { stride, bytes, blockBytes, rows, open, hashes, amounts, bits, batches, places, weights, table } = layout;
  const simd = loadKernel(bytes);
  if (simd === null) {
    const memory = kernelMemory(new ArrayBuffer(bytes), layout);
    return {
      memory,
      addWords: (count) => addWords(memory, count),
      projectWord: (count, place) => projectWord(memory, count, place),
      scaleRows: (count) => scaleRows(memory, count),
    };
  }
  const { exports } = simd;
  return {
    memory: kernelMemory(simd.memory.buffer, layout),
    addWords(count) {
      for (let block = 0; block < stride / BLOCK; block++) {
        const [row, sums] = [rows + block * BLOCK * 4, open + block * BLOCK * 8];
        const vectors = table + block * blockBytes;
        exports.addWords(row, sums, vectors, places, weights, batches, batches + count * 8);
      }
    },
    projectWord(count, place) {
      exports.projectWord(hashes, amounts, count, bits, table + place, blockBytes, bytes);
    },
    scaleRows(count) {
      exports.scaleRows(rows, rows + count * stride * 4, stride * 4);
    },
  };
}
