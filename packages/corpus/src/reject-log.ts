import { inputName } from "./input-name.ts";
import { CorpusError } from "./corpus-error.ts";
import type { Reject, RejectReason } from "./reject.ts";

/** How many rejects are kept; all are counted. */
const KEPT = 100;

/** Collects the records that became no documents. */
export class RejectLog {
  readonly kept: Reject[] = [];
  readonly #counts = new Map<RejectReason, number>();
  #total = 0;

  add(reject: Reject): void {
    this.#total++;
    this.#counts.set(reject.reason, (this.#counts.get(reject.reason) ?? 0) + 1);
    if (this.kept.length < KEPT) this.kept.push(reject);
  }

  /** How many records were rejected for each reason. */
  counts(): Readonly<Partial<Record<RejectReason, number>>> {
    return Object.fromEntries(this.#counts);
  }

  /** @throws {CorpusError} when more records were rejected than may be */
  check(maxBadRecords: number, paths: readonly string[]): void {
    if (this.#total <= maxBadRecords) return;
    const [{ input, line, byte, detail }] = this.kept;
    const reasons = [...this.#counts].map(([reason, count]) => `${count} ${reason}`).join(", ");
    const records = this.#total === 1 ? "1 bad record" : `${this.#total} bad records`;
    throw new CorpusError(
      "bad_records",
      `Cannot read ${inputName(paths[input])}: line ${line} (byte ${byte}) ${detail} (${records}: ${reasons}; at most ${maxBadRecords} may be)`,
    );
  }
}
