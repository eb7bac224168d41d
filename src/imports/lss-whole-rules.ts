/** A survey of LimeSurvey as a whole: how much is in it, and what of it belongs elsewhere. */
import { added, type Counts, type Lost } from './import-rules.ts';
import { isEquation } from './lss-extras-rules.ts';
import type { LssQuestion, LssSurvey } from './lss-survey-rules.ts';
import { plainOf, type Texts, type Tongues } from './said-rules.ts';

/** A condition is a row of theirs, or an equation. */
export const sizeOf = ({ parts, columns, options, conditions, relevance }: LssQuestion): Counts =>
  added({
    questions: 1,
    options: parts.length + columns.length + options.length,
    conditions: conditions.length + [relevance, ...parts.map(part => part.relevance)].filter(isEquation).length,
  });

export const foundIn = ({ groups, languages, language }: LssSurvey): Counts =>
  added(
    { languages: new Set([language, ...languages]).size },
    ...groups.map(group => added({ groups: 1, conditions: isEquation(group.relevance) ? 1 : 0 })),
    ...groups.flatMap(group => group.questions.map(sizeOf)),
  );

export function lostOfSurvey(survey: LssSurvey, tongues: Tongues): Lost[] {
  const { languages, welcome, end, description, more } = survey;
  const words = (name: string, texts: Texts): Lost[] => {
    const said = plainOf(texts, tongues);
    return said ? [{ what: `${name}: ‘${said}’`, todo: 'It belongs to the plan: copy it there if it is wanted.' }] : [];
  };
  const isForeign = !tongues.plain.toLowerCase().startsWith('en') && languages.length > 0;
  const inEnglish = {
    what: `English words: there are none, so those in ‘${tongues.plain}’ stand in their place`,
    todo: 'Write each question in English.',
  };
  return [
    ...(isForeign ? [inEnglish] : []),
    ...tongues.left.map(language => ({
      what: `the words in the language ‘${language}’, which is not offered here`,
      todo: 'Keep the file: those words are nowhere else.',
      counts: { languages: 1 },
    })),
    ...words('the description', description),
    ...words('the welcome', welcome),
    ...words('the words at the end', end),
    ...more.map(({ table, rows }) => ({
      what: `${TABLES[table] ?? `what stands in the table ‘${table}’`} (${rows})`,
      todo: 'Look whether you miss them.',
    })),
  ];
}

const TABLES: Record<string, string> = {
  defaultvalues: 'answers that are chosen beforehand: nothing is here',
  quota: 'limits to how many may answer',
  assessments: 'points for answers',
};
