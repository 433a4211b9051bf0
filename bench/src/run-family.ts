// Measures one family of one corpus in this process, index included, and prints its time and this process's peak memory.
import { ngramIndex } from "@corpulse/tokens";
import { FAMILIES } from "./families.ts";
import { loadCorpus } from "./load-corpus.ts";
import { lap } from "./stopwatch.ts";

const KILOBYTES_A_MEGABYTE = 1024;
const [family, path] = process.argv.slice(2);
const before = process.resourceUsage().maxRSS;
const loaded: Awaited<ReturnType<typeof loadCorpus>>[] = [];
const load = await lap(async () => loaded.push(await loadCorpus(path)));
const corpus = loaded[0];
const measure = family === "load" ? () => undefined : FAMILIES[family];
const cost = await lap(() => measure(ngramIndex(corpus), corpus));
const peak = (process.resourceUsage().maxRSS - before) / KILOBYTES_A_MEGABYTE;
process.stdout.write(`${JSON.stringify({ load, cost, peak, tokens: corpus.tokens.length })}\n`);
