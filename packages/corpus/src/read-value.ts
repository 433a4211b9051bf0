import type { ByteStep } from "./byte-path.ts";
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  type JsonScanner,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from "./json-scanner.ts";

const LINE_FEED = 10;
const NULL = 0x6e;

/** What stands at the end of a path: text, which has been written, `null`, nothing, or what is left to `JSON.parse`. */
export type Found = "text" | "null" | "absent" | "unsure";

/** Reads the element of a number, or the texts of all elements that have one, a line each. */
function readElements(scanner: JsonScanner, steps: readonly ByteStep[], step: number): Found {
  const wanted = steps[step];
  const each = typeof wanted !== "number";
  if (!scanner.take(OPEN_LIST)) return "unsure";
  let result: Found = "absent";
  if (scanner.take(CLOSE_LIST)) return result;
  let index = 0;
  do {
    const passed = !each && index !== wanted;
    index++;
    if (passed) {
      if (!scanner.skipValue()) return "unsure";
      continue;
    }
    const before = scanner.to;
    if (each && result === "text") scanner.units[scanner.to++] = LINE_FEED;
    const found = readValue(scanner, steps, step + 1);
    if (found === "unsure") return found;
    if (found !== "text") scanner.to = before;
    if (result !== "text") result = found;
  } while (scanner.take(COMMA));
  // Why a list has no text is for another to say.
  return scanner.take(CLOSE_LIST) && (!each || result === "text") ? result : "unsure";
}

function readMember(scanner: JsonScanner, steps: readonly ByteStep[], step: number): Found {
  if (!scanner.take(OPEN_OBJECT)) return "unsure";
  const name = steps[step] as Uint8Array;
  let result: Found = "absent";
  let met = false;
  if (scanner.take(CLOSE_OBJECT)) return result;
  do {
    if (scanner.next() !== QUOTE) return "unsure";
    const from = scanner.at + 1;
    if (!scanner.skipPlain()) return "unsure";
    const wanted = scanner.equals(name, from, scanner.at - 1);
    if (!scanner.take(COLON)) return "unsure";
    if (wanted) {
      // Of a name that occurs twice the last one counts.
      if (met) return "unsure";
      met = true;
      result = readValue(scanner, steps, step + 1);
      if (result === "unsure") return result;
    } else if (!scanner.skipValue()) return "unsure";
  } while (scanner.take(COMMA));
  return scanner.take(CLOSE_OBJECT) ? result : "unsure";
}

/** Steps over a value and writes the text that is found in it by the steps from a number on. */
export function readValue(scanner: JsonScanner, steps: readonly ByteStep[], step: number): Found {
  const first = scanner.next();
  if (first === NULL) return scanner.skipNull() ? "null" : "unsure";
  if (step === steps.length) return first === QUOTE && scanner.copyString() ? "text" : "unsure";
  return steps[step] instanceof Uint8Array ? readMember(scanner, steps, step) : readElements(scanner, steps, step);
}
