import type { Family, Measurement, Settings } from "@corpulse/measurement";
import type { Evidence, LocatedDocument, RepeatedNgram } from "./evidence.ts";
import type { InputSummary } from "./report.ts";

/** How much a finding matters: an alarm spoils a corpus, a warning deserves a look, a note only names the worst. */
export type Severity = "alarm" | "warning" | "note";

/** A document that a finding names. */
export interface NamedDocument extends LocatedDocument {
  /** What is wrong with it, in a word or two, for example `12 copies`; may be empty. */
  readonly remark: string;
}

/** Something that stands out in a corpus, in plain words. Neither title nor detail holds text of the corpus. */
export interface Finding {
  readonly severity: Severity;
  /** The name of the rule that found it. */
  readonly rule: string;
  readonly family: Family;
  /** The measurement that it rests on. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly documents: readonly NamedDocument[];
  readonly ngrams: readonly RepeatedNgram[];
}

/** What a finding rule may look at. */
export interface CorpusView {
  readonly inputs: readonly InputSummary[];
  readonly settings: Settings;
  readonly evidence: Evidence;
  /** The number of documents. */
  readonly documents: number;
  /** The measurement of an id, where it was taken and has a value. */
  readonly measured: (family: Family, id: string) => (Measurement & { readonly value: number }) | null;
  readonly measurements: readonly Measurement[];
}

/** Looks for one thing; `null` when it is not there. */
export type FindingRule = (view: CorpusView) => Finding | null;
