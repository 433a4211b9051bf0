import type { Draw } from "../draw.ts";
import { DAYS, MONTHS, PEOPLE, SURNAMES, TOWNS, WISHES } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { clock } from "../wording.ts";

const EVENTS = [
  "the staff meeting",
  "the choir rehearsal",
  "the boiler inspection",
  "our reading circle",
  "the parents' evening",
  "the fire drill",
  "the allotment work day",
  "the budget review",
  "the first-aid course",
  "the chess tournament",
  "the site visit",
  "the blood donation",
  "the museum tour",
];
const REASONS = [
  "the caretaker is ill",
  "the hall has been double-booked",
  "half of the group is travelling",
  "the heating has failed",
  "the trains are on strike",
  "a pipe burst in the corridor",
  "the speaker missed the ferry",
  "exams were moved",
  "the road will be closed for resurfacing",
  "too few people signed up",
];
const BRING = [
  "a pen",
  "indoor shoes",
  "last year's minutes",
  "a packed lunch",
  "your membership card",
  "gloves",
  "a chair if you have one",
  "a printed copy of the form",
  "some change for coffee",
  "a torch",
  "your own mug",
  "good humour",
];
const PLACES = [
  "the library annexe",
  "room 12",
  "the old fire station",
  "the canteen",
  "the scout hut",
  "the upper hall",
  "the boathouse",
  "the chapel garden",
  "the sports pavilion",
  "the back room of the bakery",
];

/** A short message that moves an appointment. */
export function message(draw: Draw): Task {
  const [event, reason, bring, place, town] = [EVENTS, REASONS, BRING, PLACES, TOWNS].map((words) => draw.pick(words));
  const [day, other] = draw.some(DAYS, 2);
  const date = `${draw.number(2, 28)} ${draw.pick(MONTHS)}`;
  const time = clock(draw.number(32, 80) * 15);
  const [sender, reader] = draw.some(PEOPLE, 2);
  const surname = draw.pick(SURNAMES);
  const instruction =
    draw.pick([
      `Write a message to ${reader}: ${event} on ${day} is moved to ${other}, ${date}, at ${time} because ${reason}.`,
      `Tell the members that ${event} cannot take place on ${day} as ${reason}. The new date is ${other}, ${date}, at ${time} in ${place}.`,
      `Draft an email from ${sender} ${surname} that postpones ${event}. Reason: ${reason}. New time: ${time} on ${other}, ${date}.`,
      `${sender} has to cancel ${event} in ${town} at short notice, since ${reason}. Help with a polite note that offers ${other} at ${time} instead.`,
    ]) + draw.pick(WISHES);
  const greeting = draw.pick([
    `Dear ${reader},`,
    "Hello everyone,",
    `Good morning ${reader},`,
    "Dear all,",
    "Dear members,",
    `Hi ${reader},`,
  ]);
  const news = draw.pick([
    `unfortunately ${event} cannot go ahead on ${day}, because ${reason}.`,
    `I am sorry to say that we have to move ${event}: ${reason}.`,
    `a quick word about ${event}. As ${reason}, ${day} will not work after all.`,
    `please note a change. Since ${reason}, ${event} will not be held on ${day}.`,
  ]);
  const date2 = draw.pick([
    `We will meet on ${other}, ${date}, at ${time} in ${place} instead.`,
    `The new appointment is ${other}, ${date}; we begin at ${time} sharp.`,
    `It now takes place on ${other} at ${time}. You will find us in ${place}.`,
    `Could you make ${other}, ${date}, at ${time}? I have already reserved ${place}.`,
  ]);
  const extra = draw.pick([
    `Please bring ${bring}.`,
    `If the new date does not suit you, let me know by ${day} evening.`,
    `Everything else stays as planned, and ${bring} would still be useful.`,
    "Thank you for your patience, and please pass this on.",
    `Those who come from ${town} can share a car; ask ${sender}.`,
    "I hope this does not upset your plans too much.",
  ]);
  const close = draw.pick([
    `Kind regards, ${sender} ${surname}`,
    `Best wishes, ${sender}`,
    `See you there, ${sender}`,
    `Yours, ${sender} ${surname}`,
    `Many thanks, ${sender}`,
  ]);
  return { instruction, output: `${greeting} ${news} ${date2} ${extra} ${close}` };
}
