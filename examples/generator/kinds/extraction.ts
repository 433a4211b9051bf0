import type { Draw } from "../draw.ts";
import { DAYS, MONTHS, PEOPLE, SURNAMES, TOWNS } from "../lexicon.ts";
import type { Task } from "../task.ts";
import { clock } from "../wording.ts";

const EVENTS = [
  "A barn fire",
  "A runaway cow",
  "A burst water main",
  "A sudden hailstorm",
  "A landslip",
  "A power cut",
  "An unexploded shell",
  "A swarm of bees",
  "A broken swing bridge",
  "A collision of two rowing boats",
  "A fallen lime tree",
  "A jammed lift",
];
const EFFECTS = [
  "blocked the main road",
  "stopped the trams",
  "delayed the market",
  "closed the primary school",
  "drew hundreds of onlookers",
  "kept the fire brigade busy",
  "left homes without light",
  "flooded several cellars",
  "spoiled the regatta",
  "forced the choir to sing outdoors",
];
const REMARKS = [
  "we have never seen anything like it",
  "it could have been far worse",
  "the alarm worked perfectly",
  "someone must have left a gate open",
  "help arrived within minutes",
  "the repair will take days",
  "nobody should have been there at all",
  "luck was on our side",
];
const FORMS = ["JSON", "a list", "one line of CSV", "key and value pairs"] as const;

/** Facts taken out of a news item in a given form. */
export function extraction(draw: Draw): Task {
  const [event, effect, remark, town] = [EVENTS, EFFECTS, REMARKS, TOWNS].map((words) => draw.pick(words));
  const [name, surname] = [draw.pick(PEOPLE), draw.pick(SURNAMES)];
  const [day, date, time] = [
    draw.pick(DAYS),
    `${draw.number(1, 28)} ${draw.pick(MONTHS)}`,
    clock(draw.number(12, 95) * 15),
  ];
  const [hurt, damage, hours] = [draw.number(2, 14), draw.number(3, 190), draw.number(2, 30)];
  const thing = `${event[0].toLowerCase()}${event.slice(1)}`;
  const text = draw.pick([
    `${event} ${effect} in ${town} on ${day}, ${date}. The call came in at ${time}; ${hurt} people were slightly hurt. "It is true that ${remark}," said ${name} ${surname}. The damage is put at £${damage},000.`,
    `${town}, ${date}. Shortly after ${time} ${thing} ${effect}. It took ${hours} hours to clear the scene. According to ${name} ${surname}, who was first on the spot, ${remark}. ${hurt} persons needed treatment, and the bill may reach £${damage},000.`,
    `On ${day} ${thing} ${effect}, and ${town} was cut off for ${hours} hours. Mayor ${surname} told reporters at ${time} that ${remark}. Insurers speak of £${damage},000; ${hurt} people were taken to hospital.`,
  ]);
  const form = draw.pick(FORMS);
  const instruction = draw.pick([
    `Extract place, time, number of people hurt and cost as ${form}. ${text}`,
    `${text} Give the town, the hour, the injured and the damage as ${form}.`,
    `From the following report take four facts (where, when, how many hurt, how costly) and write them as ${form}: ${text}`,
  ]);
  const output = {
    JSON: `{"place": "${town}", "time": "${time}", "hurt": ${hurt}, "damage": ${damage * 1000}}`,
    "a list": `- ${town} - ${time} - ${hurt} people hurt - £${damage},000 of damage`,
    "one line of CSV": `${town},${time},${hurt},${damage * 1000}`,
    "key and value pairs": `where: ${town}; when: ${time}; hurt: ${hurt}; cost: £${damage},000`,
  }[form];
  return { instruction, output };
}
