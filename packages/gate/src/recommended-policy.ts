import { parsePolicy } from "./parse-policy.ts";
import type { Policy } from "./policy.ts";

/**
 * The policy of a gate that was given none: copies of the base, copies within the batch, and the statistics that showed
 * collapse first and in every simulation. Limits on a change are about twice what draws of 250 short documents differ by, so
 * that a batch of the same source passes; a large batch is judged more sharply by limits of its own. A rate of near-copies of
 * the base has a fixed limit, which a base that is itself templated needs raised. Nothing is asked of the merged corpus: it
 * costs ten measurements of the whole base, and a small batch hardly moves it, good or bad.
 *
 * @example
 * ```ts
 * import { RECOMMENDED_POLICY } from "@corpulse/gate";
 *
 * RECOMMENDED_POLICY.rules[0].rule; // "overlap.exact_duplicate_rate"
 * ```
 */
export const RECOMMENDED_POLICY: Policy = /* @__PURE__ */ parsePolicy({
  version: 1,
  rules: {
    "overlap.exact_duplicate_rate": { warn: { max: "1%" }, fail: { max: "3%" } },
    "overlap.near_duplicate_affected_rate": { warn: { max: "2%" }, fail: { max: "5%" } },
    "candidate.exact_duplicate_rate": { warn: { max_rise: { abs: "1pp" } }, fail: { max_rise: { abs: "3pp" } } },
    "candidate.near_duplicate_removable_rate": {
      warn: { max_rise: { rel: "50%", abs: "2pp", need: "both" } },
      fail: { max_rise: { rel: "100%", abs: "5pp", need: "both" } },
    },
    "candidate.unseen_mass_2": { warn: { max_drop: "15%" }, fail: { max_drop: "25%" } },
    "candidate.distinct_2": { warn: { max_drop: "8%" }, fail: { max_drop: "15%" } },
    "candidate.types": { warn: { max_drop: "12%" }, fail: { max_drop: "20%" } },
    "candidate.self_bleu_3": { warn: { max_rise: "20%" }, fail: { max_rise: "35%" } },
    "candidate.mean_nearest_distance": { warn: { max_drop: "8%" }, fail: { max_drop: "15%" } },
    "candidate.document_length_sd": { warn: { max_drop: "50%" } },
  },
});
