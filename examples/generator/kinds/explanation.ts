import type { Draw } from "../draw.ts";
import { PEOPLE, WISHES } from "../lexicon.ts";
import { SUBJECTS } from "../subjects.ts";
import type { Task } from "../task.ts";
import { capitalized } from "../wording.ts";

/** An everyday explanation of a notion. */
export function explanation(draw: Draw): Task {
  const [subject, what, effect, place, mistake] = draw.pick(SUBJECTS);
  const other = draw.pick(SUBJECTS.filter(([name]) => name !== subject))[0];
  const [name, friend] = draw.some(PEOPLE, 2);
  const instruction =
    draw.pick([
      `Explain ${subject}.`,
      `What is ${subject}, and why should anyone care?`,
      `${name} asks: how does ${subject} show itself in daily life?`,
      `Give a definition of ${subject} together with one example.`,
      `My pupils mix up ${subject} and ${other}. How would you introduce the former?`,
      `In a quiz the word was "${subject}". What would a full answer have been?`,
      `Name a typical misunderstanding about ${subject} and put it right.`,
    ]) + draw.pick(WISHES);
  const definition = draw.pick([
    `${capitalized(subject)} means ${what}.`,
    `By ${subject} one understands ${what}.`,
    `Put simply, ${subject} is ${what}.`,
    `Think of ${subject} as ${what}.`,
    `The short answer: ${what}.`,
  ]);
  const consequence = draw.pick([
    `As a result, ${effect}.`,
    `That is the reason why ${effect}.`,
    `You notice it because ${effect}.`,
    `Among other things, ${effect}.`,
    `It matters, since ${effect}.`,
  ]);
  const example = draw.pick([
    `You can meet it ${place}.`,
    `A good place to look is close by: it is at work ${place}.`,
    `${name} came across it ${place}, long before hearing the term.`,
    `If you want to see it for yourself, you will find it ${place}.`,
    `${friend} likes to point it out ${place}.`,
  ]);
  const warning = draw.pick([
    `Often, however, ${mistake}.`,
    `A frequent error: ${mistake}.`,
    `It is worth knowing that ${mistake}, and that this is wrong.`,
    `Do not confuse it with ${other}.`,
    `It has little to do with ${other}, although both turn up in the same lessons.`,
  ]);
  const parts = draw.some([consequence, example, warning], draw.number(2, 3));
  return { instruction, output: [definition, ...parts].join(" ") };
}
