import { formatSignature, type Measurement, measured, notMeasurable, type Part } from "@corpulse/measurement";
import { DEFAULT_SIMILARITY } from "./banding-for.ts";
import type { Detection, NearDuplicateOptions } from "./detect-near-duplicates.ts";
import { mostThereIs, recallInterval } from "./recall-interval.ts";
import { DEFAULT_SHINGLE, formatShingle } from "./shingle.ts";

const family = "near-duplicates";

/** The version of the definitions: it rises when the same corpus and settings give another number. */
const DEFINITION = 2;

/** The scope of a signature: nothing for a corpus by itself, `overlap` for one part of it against another. */
export type Scope = Readonly<Record<string, string>>;

/** A share of some whole, of which all was counted that banding found. */
export interface Share {
  readonly id: string;
  readonly found: number;
  /** How much of `found` no banding could have missed. */
  readonly certain: number;
  /** How much more there may be among pairs that were not compared. */
  readonly passedOver: number;
  readonly whole: number;
  readonly parts: Readonly<Record<string, Part>>;
}

/** Makes the records of one run: they share signatures, banding parts and the reason why there may be no value. */
export interface NearDuplicateRecords {
  /** Of a count of exact copies, which depends on no setting. */
  copies(copies: number, whole: number): Measurement;
  /** Of a share that is what it is, the candidates'. */
  plain(share: Omit<Share, "certain" | "passedOver">): Measurement;
  /** Of a share that may be too low by what banding missed. */
  verified(share: Share): Measurement;
  /** Of a number of documents that lies between two bounds. */
  group(id: string, value: number, high: number, parts: Readonly<Record<string, Part>>): Measurement;
}

/** `reason` says why a share of nothing is not measurable. */
export function nearDuplicateRecords(
  found: Detection,
  { similarity = DEFAULT_SIMILARITY, shingle = DEFAULT_SHINGLE, seed = 0, complete = true }: NearDuplicateOptions,
  {
    tokenizer,
    scope,
    reason,
  }: { readonly tokenizer: string; readonly scope: Scope; readonly reason: (id: string) => string },
): NearDuplicateRecords {
  const { bands, rows, expectedRecall } = found.banding;
  const banding = { bands, rows, expected_recall: expectedRecall };
  const settings = {
    ...scope,
    tokenizer,
    shingle: formatShingle(shingle),
    similarity,
    seed,
    ...(complete ? {} : { join: "banding" }),
  };
  const signature = formatSignature(family, settings, DEFINITION);
  const plain = ({ id, found: value, whole, parts }: Omit<Share, "certain" | "passedOver">): Measurement =>
    whole === 0
      ? notMeasurable({ family, id, signature, reason: reason(id) })
      : measured({ family, id, value: value / whole, signature, parts: { ...parts, ...banding } });
  return {
    plain,
    copies(copies, whole) {
      const id = "exact_duplicate_rate";
      const of = { family, id, signature: formatSignature(family, { ...scope, copies: "exact" }, DEFINITION) } as const;
      if (whole === 0) return notMeasurable({ ...of, reason: reason(id) });
      return measured({ ...of, value: copies / whole, parts: { copies, documents: whole } });
    },
    verified(share) {
      const record = plain(share);
      if (record.value === null) return record;
      const { id, value } = record;
      const high = Math.min(1, mostThereIs(share, found) / share.whole);
      return measured({
        family,
        id,
        value,
        signature,
        parts: record.parts,
        interval: recallInterval(value, high, found),
      });
    },
    group: (id, value, high, parts) =>
      measured({
        family,
        id,
        value,
        signature,
        parts: { ...parts, ...banding },
        interval: recallInterval(value, high, found),
      }),
  };
}
