import type { Draw } from "../draw.ts";
import { DAYS, PEOPLE, SURNAMES, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";

/** What a customer wants, what the clerk must know, and what the clerk can do. */
const CASES = [
  ["my parcel has been in {town} since {day}", "the tracking number", "have it sent out again tomorrow"],
  ["the tickets for the concert in {town} never arrived", "the date of the order", "leave copies at the door"],
  ["I was charged twice for the same night", "the last four digits of the card", "refund the second payment"],
  ["my library card is blocked", "the name on the card", "lift the block until {day}"],
  ["the washing machine you delivered has a dent", "a photograph of the dent", "take £{sum} off the price"],
  [
    "the train from {town} was so late that I missed my connection",
    "the number of the train",
    "pay back half the fare",
  ],
  ["I would like to change my appointment on {day}", "your date of birth", "offer you an hour in the afternoon"],
  ["the gas meter shows nonsense", "the reading of last month", "send someone on {day}"],
  ["I ordered seeds and got bulbs", "the number on the label", "let you keep the bulbs and post the seeds"],
  ["the heating in our flat has been off since {day}", "the floor and the street", "lend you two electric heaters"],
  ["I left an umbrella on the tram to {town}", "its colour", "look in the lost property office"],
  ["your newsletter calls me by a wrong name", "the right spelling", "correct it at once"],
  [
    "the swimming course is full, but my son was promised a place",
    "who promised it",
    "put him first on the waiting list",
  ],
  ["my hotel room in {town} faces the building site", "your room number", "move you to the courtyard side"],
] as const;
const OPENINGS = [
  "Good morning, how can I help?",
  "Customer service, what can I do for you?",
  "Hello, you are speaking to {agent}.",
  "Thank you for waiting. What is it about?",
  "{agent} here, good afternoon.",
];
const MOODS = [
  "calm",
  "in a hurry",
  "angry at first",
  "very polite",
  "a little confused",
  "hard of hearing",
  "tired of waiting",
  "cheerful in spite of it all",
];
const CLOSINGS = [
  "That would be kind, thank you.",
  "Good, then I shall wait until {day}.",
  "It is the least you can do.",
  "I had not expected that. Thanks!",
  "Could I have that in writing?",
  "Fine, but please note my complaint.",
  "Then I am satisfied.",
];

/** A talk between a customer and a clerk. */
export function dialogue(draw: Draw): Task {
  const [customer, agent] = draw.some(PEOPLE, 2);
  const [town, day, surname, sum] = [draw.pick(TOWNS), draw.pick(DAYS), draw.pick(SURNAMES), draw.number(5, 95)];
  const fill = (text: string): string =>
    text.replace("{town}", town).replace("{day}", day).replace("{sum}", String(sum)).replace("{agent}", agent);
  const [problem, question, remedy] = draw.pick(CASES).map(fill);
  const [opening, mood, closing] = [OPENINGS, MOODS, CLOSINGS].map((words) => fill(draw.pick(words)));
  const number = draw.number(1000, 9999);
  const instruction = draw.pick([
    `Write a short telephone dialogue. The customer says that ${problem}; the clerk finds a solution. The customer is ${mood}.`,
    `Invent a conversation between ${customer} ${surname} and ${agent} from the help desk: ${problem}.`,
    `For training new staff in ${town}, show how to answer a caller who is ${mood} and reports: "${problem}".`,
    `Role play: you are ${agent} at the counter, I am ${customer} ${surname}, ${mood}. My concern: ${problem}. Write both parts.`,
  ]);
  const answer = draw.pick([
    `I am sorry to hear that. May I ask for ${question}?`,
    `That should not have happened. To find your case I need ${question}.`,
    `Let me see. Could you tell me ${question}, please?`,
    `I understand. First I need ${question}.`,
  ]);
  const reply = draw.pick([
    `Of course, one moment. My reference is ${number}.`,
    `It is all in my letter number ${number}.`,
    `I gave that to your colleague ${sum} minutes ago!`,
    `Yes, here it is; the case is called ${number}.`,
  ]);
  const solution = draw.pick([
    `Thank you. I can ${remedy}.`,
    `Found it. We will ${remedy}.`,
    `In that case I shall ${remedy}, free of charge.`,
    `What I can do at once is to ${remedy}.`,
  ]);
  const lines: readonly (readonly [string, string])[] = [
    ["Clerk", opening],
    ["Customer", `${customer} ${surname}, hello. The trouble is that ${problem}.`],
    ["Clerk", answer],
    ["Customer", reply],
    ["Clerk", solution],
    ["Customer", closing],
  ];
  const [left, right] = draw.pick([
    ["Clerk", "Customer"],
    [agent, customer],
    ["A", "B"],
  ] as const);
  return { instruction, output: lines.map(([who, text]) => `${who === "Clerk" ? left : right}: ${text}`).join(" ") };
}
