import type { Draw } from "../draw.ts";
import { MONTHS, PEOPLE, SURNAMES, TOWNS, TRADES } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { withArticle } from "../wording.ts";

const WORKS = [
  "a catalogue of coastal mosses",
  "the first timetable for night ferries",
  "a method to silence church organs in frost",
  "an atlas of footpaths",
  "a shorthand for birdsong",
  "a school for deaf apprentices",
  "a ledger of every flood since the great storm",
  "a travelling puppet theatre",
  "a cure for rust in clock towers",
  "a dictionary of river words",
  "the town's first public bath",
  "a loom that could be worked with one hand",
  "a fund for the widows of divers",
  "a series of glass globes",
];
const TURNS = [
  "a fire destroyed the workshop",
  "the harbour silted up",
  "an aunt left a small inheritance",
  "a duel over a bill of lading made flight advisable",
  "a fever ended a career at sea",
  "the railway reached the valley",
  "a lost bet led to a long walk north",
  "the old master refused to retire",
  "a chance meeting on a coach changed everything",
  "the war closed the border",
];
const HABITS = [
  "never owned a watch",
  "answered every letter on the day it came",
  "kept a tame jackdaw",
  "wrote with both hands",
  "refused to be painted",
  "walked to work barefoot until late autumn",
  "spoke five languages and read in two more",
  "gave away half of each month's wages",
  "slept in a hammock",
  "could recite whole almanacs",
];
const LEGACIES = [
  "A plaque on the old customs house recalls it.",
  "The original papers are kept in the county archive.",
  "Most of it was lost, but pupils carried the idea further.",
  "Only recently have historians taken an interest.",
  "A street near the station bears the name today.",
  "It is still in use, with small changes.",
  "The yearly fair grew out of it.",
];

/** A paragraph about an invented person, and a question about it. */
export function biography(draw: Draw): Task {
  const [name, surname, trade] = [draw.pick(PEOPLE), draw.pick(SURNAMES), draw.pick(TRADES)];
  const [birthplace, later] = draw.some(TOWNS, 2);
  const born = draw.number(1742, 1931);
  const moved = born + draw.number(17, 34);
  const made = moved + draw.number(2, 19);
  const [work, turn, habit, legacy] = [WORKS, TURNS, HABITS, LEGACIES].map((words) => draw.pick(words));
  const month = draw.pick(MONTHS);
  const opening = draw.pick([
    `${name} ${surname} was born in ${birthplace} in ${month} ${born} and trained as ${withArticle(trade)}.`,
    `Born in ${born} in ${birthplace}, ${name} ${surname} grew up as the child of ${withArticle(trade)}.`,
    `${surname}, ${name} (born ${month} ${born}, ${birthplace}), ${trade} and self-taught scholar.`,
  ]);
  const change = draw.pick([
    `In ${moved} ${turn}, and ${surname} settled in ${later}.`,
    `The move to ${later} came in ${moved}, when ${turn}.`,
    `After ${turn} in ${moved}, there was no way back; ${later} became home.`,
  ]);
  const deed = draw.pick([
    `Fame came in ${made} with ${work}.`,
    `By ${made}, ${surname} had created ${work}.`,
    `The achievement for which ${surname} is remembered, ${work}, dates from ${made}.`,
  ]);
  const aside = draw.pick([
    `Friends said that ${surname} ${habit}.`,
    `${surname} ${habit}, which amused visitors.`,
    `It is said that the ${trade} ${habit}.`,
  ]);
  if (draw.chance(0.45)) {
    return {
      instruction: draw.pick([
        `Write a short encyclopaedia entry about the fictional ${trade} ${name} ${surname} of ${birthplace}.`,
        `Make up the life of ${name} ${surname}, known for ${work}.`,
        `For a game I need an invented biography: ${name} ${surname}, ${trade}, born ${born}. Mention ${later}.`,
      ]),
      output: [opening, change, deed, aside, legacy].join(" "),
    };
  }
  const [question, answer] = draw.pick([
    [`When and where was ${surname} born?`, `${name} ${surname} was born in ${born} in ${birthplace}.`],
    [`Why did ${surname} move to ${later}?`, `Because ${turn}; that was in ${moved}.`],
    [
      `What is ${surname} remembered for, and how old was ${surname} then?`,
      `For ${work}, in ${made}, at the age of about ${made - born}.`,
    ],
    [
      `How many years lie between the move and the great work?`,
      `The move was in ${moved} and the work, ${work}, in ${made}: ${made - moved} years.`,
    ],
  ] as const);
  return {
    instruction: draw.pick([
      `Answer from the text. ${opening} ${change} ${deed} ${aside} ${question}`,
      `${opening} ${change} ${deed} ${legacy} Question: ${question}`,
      `Read the passage: "${opening} ${deed} ${change} ${aside}" ${question}`,
    ]),
    output: draw.pick([answer, `${answer} The text says so directly.`, `According to the passage: ${answer}`]),
  };
}
