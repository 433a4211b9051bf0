import { addWords } from "./add-words.ts";
import { BLOCK, type KernelMemory, kernelLayout, kernelMemory, type KernelSize } from "./kernel-memory.ts";
import { projectWord } from "./project-word.ts";
import { scaleRows } from "./scale-rows.ts";
import { type KernelExports, loadKernel } from "./load-kernel.ts";

/** What rows are added up with. */
export interface RowKernel {
  readonly memory: KernelMemory;
  /** Adds the words of the first `count` batches to their rows. */
  readonly addWords: (count: number) => void;
  /**
   * Projects the first `count` features to the word vector at `place`, which is counted in bytes of a block of the table. Gives how
   * far from zero the vector reaches.
   */
  readonly projectWord: (count: number, place: number) => number;
  /** Scales the first `count` rows to length 1. */
  readonly scaleRows: (count: number) => void;
}

/** The functions of WebAssembly over a memory that they work in. */
export function kernelOver(exports: KernelExports, memory: KernelMemory): RowKernel {
  const { rows, open, hashes, amounts, bits, batches, places, weights, table, layout } = memory;
  const { stride, blockBytes } = layout;
  return {
    memory,
    addWords(count) {
      const [first, last] = [batches.byteOffset, batches.byteOffset + count * 8];
      for (let block = 0; block < stride / BLOCK; block++) {
        const [row, sums] = [rows.byteOffset + block * BLOCK * 4, open.byteOffset + block * BLOCK * 8];
        const vectors = table.byteOffset + block * blockBytes;
        exports.addWords(row, sums, vectors, places.byteOffset, weights.byteOffset, first, last);
      }
    },
    projectWord(count, place) {
      const [target, end] = [table.byteOffset + place, table.byteOffset + table.byteLength];
      return exports.projectWord(
        hashes.byteOffset,
        amounts.byteOffset,
        count,
        bits.byteOffset,
        target,
        blockBytes,
        end,
      );
    },
    scaleRows(count) {
      exports.scaleRows(rows.byteOffset, rows.byteOffset + count * stride * 4, stride * 4);
    },
  };
}

/** The kernel of WebAssembly, or else loops in TypeScript: both give the same to the last bit. */
export function rowKernel(size: KernelSize): RowKernel {
  const layout = kernelLayout(size);
  const simd = loadKernel(layout.bytes);
  if (simd !== null) return kernelOver(simd.exports, kernelMemory(simd.memory.buffer, 0, layout));
  const memory = kernelMemory(new ArrayBuffer(layout.bytes), 0, layout);
  return {
    memory,
    addWords: (count) => addWords(memory, count),
    projectWord: (count, place) => projectWord(memory, count, place),
    scaleRows: (count) => scaleRows(memory, count),
  };
}
