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
    conditions:
      conditions.length + [relevance, ...[...parts, ...columns].map(part => part.relevance)].filter(isEquation).length,
  });

export const foundIn = ({ groups, languages, language, strays }: LssSurvey): Counts =>
  added(
    strays,
    { languages: new Set([language, ...languages]).size },
    ...groups.map(group => added({ groups: 1, conditions: isEquation(group.relevance) ? 1 : 0 })),
    ...groups.flatMap(group => group.questions.map(sizeOf)),
  );

export function lostOfSurvey(survey: LssSurvey, tongues: Tongues): Lost[] {
  const { languages, welcome, end, description, notice, onward, days, strays, more } = survey;
  const words = (name: string, texts: Texts): Lost[] => {
    const said = plainOf(texts, tongues);
    return said ? [{ what: `${name}: ‘${said}’`, todo: PLAN }] : [];
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
    ...words('the notice about privacy', notice),
    ...words('where people are led to at the end', onward),
    ...(days.length > 0 ? [{ what: `when it opens or closes: ${days.join(' to ')}`, todo: PLAN }] : []),
    {
      what: 'how LimeSurvey runs it: who may answer, how it looks, what it mails',
      todo: 'There is nothing to do: the plan says that here.',
    },
    ...straysLost(strays),
    ...more.map(({ table, rows }) => ({
      what: `${TABLES[table] ?? `what stands in the table ‘${table}’`} (${rows})`,
      todo: 'Look whether you miss them.',
    })),
  ];
}

function straysLost(strays: LssSurvey['strays']): Lost[] {
  const many = strays.questions + strays.options;
  if (many === 0) return [];
  const what = `${many} questions or answers that belong to no group or question of the file`;
  return [{ what, todo: 'Nobody saw them in LimeSurvey: there is nothing to do.', counts: strays }];
}

const PLAN = 'It belongs to the plan: copy it there if it is wanted.';

const TABLES: Record<string, string> = {
  defaultvalues: 'answers that are chosen beforehand: nothing is here',
  quota: 'limits to how many may answer',
  assessments: 'points for answers',
};
