import type { Draw } from "../draw.ts";
import { DAYS, PEOPLE, TOWNS, TRADES } from "../lexicon.ts";
import type { Task } from "../task.ts";

const REQUESTS = [
  ["send me the {thing}", "sending me the {thing}"],
  ["return the {thing} you borrowed", "returning the {thing} you borrowed"],
  ["explain the mistake in the {thing}", "explaining the mistake in the {thing}"],
  ["sign the {thing}", "signing the {thing}"],
  ["correct the {thing}", "correcting the {thing}"],
  ["bring the {thing} to my office", "bringing the {thing} to my office"],
  ["check the {thing} once more", "checking the {thing} once more"],
  ["stop ignoring the {thing}", "having another look at the {thing}"],
] as const;
const THINGS = [
  "rota",
  "contract",
  "drill",
  "seating plan",
  "floor plan",
  "invoice",
  "key list",
  "recording",
  "translation",
  "ladder",
  "timetable",
  "guest list",
  "membership form",
  "projector",
  "map of the drains",
  "third chapter",
  "petty cash book",
  "complaint",
];
const TROUBLE = [
  "the whole team is waiting",
  "the auditors come on {day}",
  "I was blamed for the delay",
  "it is the third time this month",
  "nobody in {town} can work without it",
  "the printers close on {day}",
  "we lose money every hour",
  "the {trade} cannot start before that",
];

/** A rude sentence made polite. */
export function rewrite(draw: Draw): Task {
  const [plain, gerund] = draw.pick(REQUESTS);
  const [thing, name, town] = [draw.pick(THINGS), draw.pick(PEOPLE), draw.pick(TOWNS)];
  const [day, other] = draw.some(DAYS, 2);
  const trouble = draw
    .pick(TROUBLE)
    .replace("{day}", day)
    .replace("{town}", town)
    .replace("{trade}", draw.pick(TRADES));
  const [command, doing] = [plain, gerund].map((text) => text.replace("{thing}", thing));
  const hours = draw.number(2, 9);
  const rude = draw.pick([
    `${name}, ${command} by ${other}, ${trouble}!`,
    `Why have you still not managed to ${command}, ${name}? ${trouble[0].toUpperCase()}${trouble.slice(1)}.`,
    `I told you ${hours} times to ${command}. Do it before ${other}, ${name}!`,
    `${command[0].toUpperCase()}${command.slice(1)} at once, ${name}. Do you not see that ${trouble}?`,
  ]);
  const instruction = draw.pick([
    `Make this sound friendlier without changing what it asks for: "${rude}"`,
    `Rewrite politely: "${rude}"`,
    `This was my first draft to a colleague in ${town}: "${rude}" Please take the anger out.`,
    `How could one say the following with better manners? ${rude}`,
    `"${rude}" Put that into words that ${name} will not mind.`,
  ]);
  const softened = draw.pick([
    `Dear ${name}, would you mind ${doing} by ${other}? I ask because ${trouble}.`,
    `Hello ${name}, I know that you have a lot to do. Could you ${command.replace("stop ignoring", "look at")} before ${other}, please?`,
    `${name}, may I remind you of the ${thing}? It would help us a great deal to have this settled by ${other}, as ${trouble}.`,
    `I would be grateful, ${name}, if you could find ${hours} minutes for the ${thing} before ${other}.`,
    `Good morning ${name}, one more word about the ${thing}: ${trouble}, so I should be glad of your help by ${other}.`,
  ]);
  const tail = draw.pick([
    "",
    " If anything stands in the way, just tell me.",
    " Thank you in advance.",
    ` I am in the office until ${hours + 10} o'clock if you have questions.`,
    ` Should ${other} be too soon, ${day} would also do.`,
    " The request is the same, but the reproach is gone.",
    " I have kept the deadline and left out the exclamation mark.",
  ]);
  return { instruction, output: softened + tail };
}
