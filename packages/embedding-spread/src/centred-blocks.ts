import type { ChosenRows } from "./chosen-rows.ts";
import { denseKernel } from "./dense-kernel.ts";
import { OCTET } from "./octet.ts";
import { CHUNK, type RoundedGram, roundedGram, roundedGramBytes } from "./rounded-gram.ts";
import { stageRows, strideFor } from "./stage-rows.ts";

/** How many rows of a chunk are centred at once: of 384 dimensions 200 KB. */
export const BLOCK = 64;

/** Chosen rows pass through the memory of a kernel, scaled and less their mean: chunk by chunk, and those block by block. */
export interface CentredBlocks {
  /** A number for each row of a block, and two sums for each value of a row, zero at first. */
  readonly factors: Float64Array;
  readonly sums: Float64Array;
  readonly more: Float64Array;
  /** Brings up to `CHUNK` rows from `from` on into the memory, and returns how many. */
  readonly stage: (from: number) => number;
  /** A value of a row of the chunk, scaled. */
  readonly valueOf: (row: number, dimension: number) => number;
  /**
   * Centres up to `BLOCK` rows of the chunk from its row `first` on, puts their squared lengths into `factors`, adds the squares
   * of their values to `sums`, and returns how many they are.
   */
  readonly centre: (first: number) => number;
  /** Adds the rows that were centred, times their factors, to `more`. */
  readonly add: () => void;
  /** What adds the products of the dimensions of a chunk, where they are wanted. */
  readonly gram: RoundedGram | null;
}

/** Prepares blocks in a memory of their own; with products when there is a factor for them, see `RoundedGramOptions`. */
export function centredBlocks(rows: ChosenRows, mean: Float64Array, factor: number | null): CentredBlocks {
  const { given, dimensions, count, documents, scales } = rows;
  const { doubles } = given;
  const stride = strideFor(dimensions);
  const width = stride * 8;
  const valuesFrom = factor === null ? 0 : roundedGramBytes(dimensions);
  const factorsFrom = valuesFrom + BLOCK * width;
  const sumsFrom = factorsFrom + BLOCK * 8;
  const moreFrom = sumsFrom + width;
  const offsetFrom = moreFrom + width;
  const scalesFrom = offsetFrom + width;
  const rowsFrom = scalesFrom + CHUNK * 8;
  const kernel = denseKernel(rowsFrom + (doubles === null ? CHUNK * stride * 4 : 0));
  const { buffer, centreRows, squareRows, addRows } = kernel;
  const values = new Float64Array(buffer, valuesFrom, BLOCK * stride);
  const ofRows = new Float64Array(buffer, scalesFrom, CHUNK);
  const singles = new Float32Array(buffer, rowsFrom, doubles === null ? CHUNK * stride : 0);
  new Float64Array(buffer, offsetFrom, stride).set(mean);
  /** The first row of the chunk, and how many it has. */
  let from = 0;
  let taken = 0;
  /** How many rows the kernel works on: a multiple of eight, of which the last ones may be zeros. */
  let whole = 0;

  return {
    factors: new Float64Array(buffer, factorsFrom, BLOCK),
    sums: new Float64Array(buffer, sumsFrom, stride),
    more: new Float64Array(buffer, moreFrom, stride),
    stage(first) {
      from = first;
      taken = Math.min(CHUNK, count - from);
      ofRows.set(scales.subarray(from, from + taken));
      if (doubles === null) stageRows(rows, from, taken, { values: singles, stride });
      return taken;
    },
    valueOf: (row, dimension) =>
      ofRows[row] *
      (doubles === null ? singles[row * stride + dimension] : doubles[documents[from + row] * dimensions + dimension]),
    centre(first) {
      const size = Math.min(BLOCK, taken - first);
      whole = Math.ceil(size / OCTET) * OCTET;
      if (doubles === null) {
        centreRows(rowsFrom + first * stride * 4, size, stride * 4, scalesFrom + first * 8, offsetFrom, valuesFrom);
      } else {
        for (let index = 0; index < size; index++) {
          const at = documents[from + first + index] * dimensions;
          const scale = ofRows[first + index];
          const to = index * stride;
          for (let k = 0; k < dimensions; k++) values[to + k] = doubles[at + k] * scale - mean[k];
        }
      }
      values.fill(0, size * stride, whole * stride);
      squareRows(valuesFrom, whole, width, sumsFrom, factorsFrom);
      return size;
    },
    add() {
      addRows(valuesFrom, whole, width, factorsFrom, moreFrom);
    },
    gram:
      factor === null
        ? null
        : roundedGram(kernel, dimensions, { rows: rowsFrom, scales: scalesFrom, offset: offsetFrom, factor }),
  };
}
