import { parsePolicy } from "./parse-policy.ts";
import type { Policy } from "./policy.ts";

export const RECOMMENDED_POLICY: Policy = /* @__PURE__ */ parsePolicy({
  version: 1,
  rules: {
    "overlap.exact_duplicate_rate": { warn: { max: "1%" }, fail: { max: "3%" } },
    "overlap.near_duplicate_affected_rate": { warn: { max: "2%" }, fail: { max: "5%" } },
    "candidate.exact_duplicate_rate": { warn: { max_rise: { abs: "1pp" } }, fail: { max_rise: { abs: "3pp" } } },
    "candidate.near_duplicate_removable_rate": {
      warn: { max_rise: { rel: "25%", abs: "1pp", need: "both" } },
      fail: { max_rise: { rel: "50%", abs: "3pp", need: "both" } },
    },
    "candidate.distinct_2": { warn: { max_drop: "5%" }, fail: { max_drop: "10%" } },
    "candidate.unseen_mass_2": { warn: { max_drop: "5%" }, fail: { max_drop: "10%" } },
    "candidate.types": { warn: { max_drop: "8%" }, fail: { max_drop: "15%" } },
    "candidate.self_bleu_3": { warn: { max_rise: "10%" }, fail: { max_rise: "20%" } },
    "candidate.mean_nearest_distance": { warn: { max_drop: "5%" }, fail: { max_drop: "10%" } },
    "candidate.document_length_sd": { warn: { max_drop: "25%" } },
  },
});
