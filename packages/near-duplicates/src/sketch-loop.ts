import { type Memory, SharedMemory } from "@corpulse/tokens";
import { BandSketcher } from "./band-sketcher.ts";
import type { Banding } from "./banding-for.ts";
import type { ShingleText } from "./shingle-column.ts";
import { sketchKernel } from "./sketch-kernel.ts";

/** How sketches are made, of shingles of so many words or characters. */
export interface SketchPlan {
  readonly banding: Banding;
  readonly seed: number;
  readonly size: number;
}

/** Documents of a text, and for each the first one with the same text, which may be itself. */
export interface DocumentRange {
  readonly text: ShingleText;
  readonly firstCopyOf: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** Writes the keys of the bands of documents to where they belong among those of all. Copies and what has no shingle have none. */
export type SketchLoop = (documents: DocumentRange, keys: Int32Array) => void;

/** The loop for documents that may lie anywhere. */
function plainLoop({ banding, seed, size }: SketchPlan): SketchLoop {
  const sketcher = new BandSketcher(banding, seed, size);
  return ({ text, firstCopyOf, from, to }, keys) => {
    sketcher.read(text);
    for (let document = from; document < to; document++) {
      const start = text.offsets[document] + size - 1;
      const end = text.offsets[document + 1];
      if (start < end && firstCopyOf[document] === document) {
        sketcher.sketch(start, end, keys, document * banding.bands);
      }
    }
  };
}

/** The loop for documents in a memory: that of WebAssembly where it is shared, and else one that gives the same. */
export function sketchLoop(memory: Memory, plan: SketchPlan): SketchLoop {
  let plain: SketchLoop | undefined;
  const elsewhere: SketchLoop = (documents, keys) => (plain ??= plainLoop(plan))(documents, keys);
  return (memory instanceof SharedMemory && sketchKernel(memory, plan, elsewhere)) || elsewhere;
}
