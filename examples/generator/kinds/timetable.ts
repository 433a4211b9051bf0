import type { Draw } from "../draw.ts";
import { DAYS, PEOPLE, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { capitalized, clock, listing } from "../wording.ts";

const ERRANDS = [
  "collect the parcel",
  "water the tomatoes",
  "call the landlord",
  "return the library books",
  "buy stamps",
  "walk the neighbour's dog",
  "descale the coffee machine",
  "practise the cello",
  "pay the electricity bill",
  "mend the garden fence",
  "visit Aunt Odile",
  "proofread the leaflet",
  "book the dentist",
  "wash the curtains",
  "sharpen the kitchen knives",
  "back up the photos",
  "clear the gutters",
  "bake for the fair",
  "sort the receipts",
  "cut the hedge",
  "try on the costume",
  "label the jam jars",
];
const NOTES = [
  "the shop shuts early",
  "it should be done before the heat",
  "the others can wait",
  "it is easy to put off",
  "daylight is needed for it",
  "the phone line is busiest at noon",
  "it needs a clear head",
  "the neighbours rest after lunch",
  "rain is forecast for the evening",
];

/** A plan of a day made from a list of errands. */
export function timetable(draw: Draw): Task {
  const errands = draw.some(ERRANDS, draw.number(3, 5));
  const lengths = errands.map(() => draw.number(2, 15) * 5);
  const [name, town, day, note] = [draw.pick(PEOPLE), draw.pick(TOWNS), draw.pick(DAYS), draw.pick(NOTES)];
  const [start, gap] = [draw.number(28, 60) * 15, draw.number(1, 6) * 5];
  const wanted = errands.map((errand, index) => `${errand} (${lengths[index]} minutes)`);
  const instruction = draw.pick([
    `Plan my ${day}. I have to ${listing(wanted)}. I can start at ${clock(start)} and want ${gap} minutes between two things.`,
    `${name} wants to ${listing(wanted)} on ${day}, from ${clock(start)} on. Make a timetable with pauses of ${gap} minutes.`,
    `Here is my list: ${wanted.join("; ")}. It is ${clock(start)} now. In this order and with ${gap} minutes in between, when will I be done?`,
    `Turn these errands into a schedule that begins at ${clock(start)}: ${listing(wanted)}. Leave a break of ${gap} minutes each time.`,
  ]);
  let now = start;
  const slots = errands.map((errand, index) => {
    const begin = now;
    now += lengths[index] + (index < errands.length - 1 ? gap : 0);
    return { errand, begin: clock(begin), end: clock(begin + lengths[index]) };
  });
  const plan = draw.pick([
    slots.map(({ errand, begin, end }) => `${begin} to ${end}: ${errand}.`).join(" "),
    `${capitalized(slots.map(({ errand, begin }) => `${errand} at ${begin}`).join(", then "))}.`,
    slots.map(({ errand, begin, end }) => `From ${begin} until ${end} you ${errand}.`).join(" "),
    `${slots.map(({ errand, begin }, index) => `(${index + 1}) ${begin} ${errand}`).join(" ")}.`,
  ]);
  const end = draw.pick([
    `You will be free at ${clock(now)}.`,
    `Everything is done by ${clock(now)}, in ${now - start} minutes all told.`,
    `That leaves the time after ${clock(now)} for a walk in ${town}.`,
    `If you are late, move the second item to another day, since ${note}.`,
    `I kept your order; ${errands[0]} comes first because ${note}.`,
  ]);
  return { instruction, output: `${plan} ${end}` };
}
