/** A LimeSurvey structure with its tables put together, in either of the two layouts that its versions write. */
import { embeddedIn, plainText } from './html-rules.ts';
import type { Texts } from './said-rules.ts';

/** The tables of a LimeSurvey structure: each a list of rows, each row its fields by name. */
export type Tables = ReadonlyMap<string, readonly Row[]>;
export type Row = Readonly<Record<string, string>>;

export type LssGroup = {
  gid: string;
  name: Texts;
  description: Texts;
  relevance: string;
  questions: LssQuestion[];
  embedded: string[];
};

export type LssQuestion = {
  qid: string;
  gid: string;
  code: string;
  type: string;
  ask: Texts;
  help: Texts;
  mandatory: boolean;
  /** Offers 'Other' with a box to write in. */
  other: boolean;
  relevance: string;
  /** The lines of a grid, or what can be chosen of several. */
  parts: LssPart[];
  /** The second list of lines of a grid of boxes. */
  columns: LssPart[];
  options: LssOption[];
  attributes: ReadonlyMap<string, string>;
  /** Settings that are words, which each language has its own of. */
  labels: ReadonlyMap<string, Texts>;
  conditions: LssCondition[];
  /** What stands among its words that is no words: 'a picture'. */
  embedded: string[];
};

export type LssPart = { code: string; ask: Texts; relevance: string };
export type LssOption = { code: string; words: Texts; scale: number };
export type LssCondition = { scenario: string; qid: string; field: string; method: string; value: string };

export type LssSurvey = {
  sid: string;
  /** The language that it was written in. */
  language: string;
  languages: string[];
  title: Texts;
  description: Texts;
  welcome: Texts;
  end: Texts;
  /** A notice about privacy, and where people are led to at the end. */
  notice: Texts;
  onward: Texts;
  /** The first and the last day, where they are set. */
  days: string[];
  groups: LssGroup[];
  /** What belongs to no group or question of the file. */
  strays: { questions: number; options: number };
  /** Tables that have nothing to do with questions and their words, with how many rows they have. */
  more: { table: string; rows: number }[];
};

/** Null when the tables hold no survey. */
export function lssSurvey(tables: Tables): LssSurvey | null {
  const rows = (name: string) => tables.get(name) ?? [];
  const survey = rows('surveys')[0];
  if (!survey) return null;
  const settings = rows('surveys_languagesettings');
  const said = (field: string) => textsOf(settings, 'surveyls_language', field);
  const groups = groupsOf(rows);
  return {
    sid: survey.sid ?? '',
    language: survey.language || rows('languages')[0]?.language || 'en',
    languages: rows('languages').flatMap(({ language }) => language ?? []),
    title: said('surveyls_title'),
    description: said('surveyls_description'),
    welcome: said('surveyls_welcometext'),
    end: said('surveyls_endtext'),
    notice: said('surveyls_policy_notice'),
    onward: said('surveyls_url'),
    days: [survey.startdate ?? '', survey.expires ?? ''].filter(day => day !== ''),
    groups,
    strays: straysIn(rows, groups),
    more: [...tables].filter(([name]) => !READ.test(name)).map(([table, { length }]) => ({ table, rows: length })),
  };
}

/** The tables that are read, and those that say how it looks or repeat another table in each language. */
const READ =
  /^(languages|surveys|surveys_languagesettings|groups|questions|subquestions|answers|conditions|question_attributes|themes.*|.*_l10ns|quota_(members|languagesettings))$/;

type ReadRows = (name: string) => readonly Row[];

function groupsOf(rows: ReadRows): LssGroup[] {
  const questions = questionsOf(rows);
  const texts = withTexts(rows('groups'), rows('group_l10ns'), 'gid');
  return texts.sort(by('group_order')).map(({ first, all }) => ({
    gid: first.gid ?? '',
    name: textsOf(all, 'language', 'group_name'),
    description: textsOf(all, 'language', 'description'),
    relevance: first.grelevance ?? '',
    questions: questions.filter(question => question.gid === first.gid),
    embedded: embeddedAmong(all),
  }));
}

function straysIn(rows: ReadRows, groups: readonly LssGroup[]): LssSurvey['strays'] {
  const questions = groups.flatMap(group => group.questions);
  const options = questions.reduce(
    (sum, each) => sum + each.parts.length + each.columns.length + each.options.length,
    0,
  );
  const all = (name: string, words: string, key: string) => withTexts(rows(name), rows(words), key);
  return {
    questions: all('questions', 'question_l10ns', 'qid').length - questions.length,
    options:
      all('subquestions', 'question_l10ns', 'qid').length + all('answers', 'answer_l10ns', 'aid').length - options,
  };
}

function questionsOf(rows: ReadRows): LssQuestion[] {
  const words = rows('question_l10ns');
  const parts = withTexts(rows('subquestions'), words, 'qid').sort(by('question_order'));
  const options = withTexts(rows('answers'), rows('answer_l10ns'), 'aid').sort(by('sortorder'));
  return withTexts(rows('questions'), words, 'qid')
    .filter(({ first }) => ['', '0', undefined].includes(first.parent_qid))
    .sort(by('question_order'))
    .map(({ first, all }) => {
      const { qid = '', gid = '', title = '', type = '' } = first;
      const own = parts.filter(part => part.first.parent_qid === qid);
      const offered = options.filter(option => option.first.qid === qid);
      const settings = [...rows('question_attributes'), patternOf(first)].filter(row => row.qid === qid);
      const partsAt = (scale: number) => own.filter(part => scaleOf(part.first) === scale).map(partOf);
      return {
        ...{ qid, gid, code: title, type },
        ask: textsOf(all, 'language', 'question'),
        help: textsOf(all, 'language', 'help'),
        mandatory: first.mandatory === 'Y' || first.mandatory === 'S',
        other: first.other === 'Y',
        relevance: first.relevance ?? '',
        parts: partsAt(0),
        columns: partsAt(1),
        options: offered.map(optionOf),
        attributes: attributesOf(settings),
        labels: labelsOf(settings),
        conditions: rows('conditions')
          .filter(row => row.qid === qid)
          .map(conditionOf),
        embedded: embeddedAmong([...all, ...own.flatMap(part => part.all), ...offered.flatMap(option => option.all)]),
      };
    });
}

const embeddedAmong = (rows: readonly Row[]): string[] =>
  embeddedIn(rows.flatMap(row => Object.values(row)).join('\n'));

/** Older files keep the pattern of an answer with the question. */
const patternOf = ({ qid = '', preg = '' }: Row): Row => ({ qid, attribute: 'preg', value: preg });

const scaleOf = ({ scale_id }: Row): number => Number(scale_id ?? 0) || 0;

const partOf = ({ first, all }: Said): LssPart => ({
  code: first.title ?? '',
  ask: textsOf(all, 'language', 'question'),
  relevance: first.relevance ?? '',
});

const optionOf = ({ first, all }: Said): LssOption => ({
  code: first.code ?? '',
  words: textsOf(all, 'language', 'answer'),
  scale: scaleOf(first),
});

const conditionOf = (row: Row): LssCondition => ({
  scenario: row.scenario ?? '1',
  qid: row.cqid ?? '',
  field: row.cfieldname ?? '',
  method: (row.method ?? '').trim(),
  value: row.value ?? '',
});

const attributesOf = (rows: readonly Row[]): Map<string, string> =>
  new Map(rows.map(row => [row.attribute ?? '', row.value ?? ''] as const).filter(([, value]) => value !== ''));

const labelsOf = (rows: readonly Row[]): Map<string, Texts> =>
  new Map(
    [...Map.groupBy(rows, row => row.attribute ?? '')].map(([name, all]) => [name, textsOf(all, 'language', 'value')]),
  );

/** What is one thing, with the rows that say it in each language. */
type Said = { first: Row; all: readonly Row[] };

/**
 * Newer files keep the words of all languages in a table of their own; older ones have a row of everything for each
 * language, and answers without a number of their own.
 */
function withTexts(rows: readonly Row[], words: readonly Row[], key: string): Said[] {
  if (words.length > 0) {
    const byKey = Map.groupBy(words, row => row[key] ?? '');
    return rows.map(first => ({ first, all: byKey.get(first[key] ?? '') ?? [] }));
  }
  const same = Map.groupBy(rows, row => row[key] ?? [row.qid, row.scale_id ?? '0', row.code].join('\n'));
  return [...same.values()].flatMap(all => (all[0] ? [{ first: all[0], all }] : []));
}

const by =
  (field: string) =>
  (a: Said, b: Said): number =>
    (Number(a.first[field]) || 0) - (Number(b.first[field]) || 0);

/** Without what only marks the words up. */
const textsOf = (rows: readonly Row[], language: string, field: string): Map<string, string> =>
  new Map(rows.map(row => [row[language] ?? '', plainText(row[field] ?? '')] as const).filter(([, words]) => words));
