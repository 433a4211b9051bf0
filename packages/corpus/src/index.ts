export type { CorpusDocument } from "./corpus-document.ts";
export { CorpusError } from "./corpus-error.ts";
export type { CorpusErrorCode } from "./corpus-error.ts";
export type {
  ChosenSelector,
  Compression,
  CorpusReader,
  CorpusSummary,
  InputFormat,
  InputSummary,
} from "./corpus-reader.ts";
export { blockReader } from "./block-reader.ts";
export type { BlockOptions } from "./block-reader.ts";
export { openCorpus } from "./open-corpus.ts";
export type { CorpusOptions } from "./open-corpus.ts";
export { parseSelector } from "./parse-selector.ts";
export type { Selector } from "./parse-selector.ts";
export type { BlockOutcome, BlockPlaces, RecordBlock } from "./record-block.ts";
export type { Problem, Reject, RejectReason } from "./reject.ts";
export type { TextSink } from "./text-sink.ts";
