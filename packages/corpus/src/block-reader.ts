import { type FieldPath, parseFieldPath } from "./field-path.ts";
import { parsePieces, parseSelector } from "./parse-selector.ts";
import type { BlockPlaces, RecordBlock } from "./record-block.ts";
import { RecordReader } from "./record-reader.ts";
import { TextExtractor } from "./text-extractor.ts";
import type { TextSink } from "./text-sink.ts";

/** What makes a document of a line. */
export interface BlockOptions {
  /** The path or the template of the text; it may be absent when the lines are plain text. */
  readonly text?: string | undefined;
  /** The path of the field that holds each document's vector. */
  readonly vectors?: string | undefined;
  /** The most bytes of a line. @default 16,777,216 */
  readonly recordBytes?: number | undefined;
}

/**
 * Makes a function that gives a sink the texts of blocks, for threads that share the work of one reader. Most texts go from
 * the bytes of a record to the sink without a string between.
 *
 * @throws {SyntaxError} when `text` or `vectors` cannot be parsed
 * @example
 * ```ts
 * import { blockReader, openCorpus } from "@corpulse/corpus";
 *
 * const reader = await openCorpus(["-"], { stdin: new Blob(['{"text":"one"}\n']).stream() });
 * const read = blockReader({ text: reader.selector.text });
 * const texts: string[] = [];
 * const array = new Uint16Array(100);
 * const sink = { units: () => array, addUnits: (n: number) => texts.push(String.fromCharCode(...array.subarray(0, n))) };
 * for await (const block of reader.blocks()) read(block, sink);
 * texts; // ["one"]
 * ```
 */
export function blockReader(options: BlockOptions = {}): (block: RecordBlock, sink: TextSink) => BlockPlaces {
  const { text = ".", vectors, recordBytes = 1 << 24 } = options;
  const select = parseSelector(text);
  const path: FieldPath | null = vectors === undefined ? null : parseFieldPath(vectors);
  const extractor = path === null ? TextExtractor.of(parsePieces(text)) : null;
  // Each block anew: what one is found to hold must not depend on which blocks the same thread was given before.
  return (block, sink) => new RecordReader({ select, vectors: path, recordBytes }, extractor).readInto(sink, block);
}
