/** A LimeSurvey structure of our own, as its newer versions write them. */
export type Rows = Record<string, string>[];

const escaped = (text: string) => `<![CDATA[${text}]]>`;

export function lssFile(tables: Record<string, Rows>, languages = ['en']): Buffer {
  const row = (fields: Record<string, string>) =>
    `<row>${Object.entries(fields)
      .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
      .join('')}</row>`;
  const table = ([name, rows]: [string, Rows]) => `<${name}><rows>${rows.map(row).join('\n')}</rows></${name}>`;
  const spoken = languages.map(each => `<language>${each}</language>`).join('');
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<document><LimeSurveyDocType>Survey</LimeSurveyDocType>` +
      `<DBVersion>400</DBVersion><languages>${spoken}</languages>${Object.entries(tables).map(table).join('\n')}</document>`,
  );
}

type Asked = {
  code: string;
  type: string;
  ask?: Record<string, string>;
  help?: string;
  group?: string;
  relevance?: string;
  mandatory?: string;
  other?: string;
  parts?: string[];
  columns?: string[];
  options?: string[];
  /** A value, or words in each language. */
  settings?: Record<string, string | Record<string, string>>;
  conditions?: { of: string; field: string; value: string }[];
};

/** Questions in one group or in several, each with its words in English and maybe others. */
export function lssSurveyOf(questions: Asked[], { groups = [{ gid: '1', relevance: '' }] } = {}): Buffer {
  const languages = [...new Set(['en', ...questions.flatMap(each => Object.keys(each.ask ?? {}))])];
  const qidOf = (code: string) => String(10 + questions.findIndex(each => each.code === code));
  const subs: Rows = [];
  const words: Rows = [];
  const say = (qid: string, code: string, ask: Record<string, string> = { en: code }, help = '') => {
    for (const [language, question] of Object.entries(ask)) words.push({ qid, question, help, language });
  };
  for (const { code, ask, help, parts = [], columns = [] } of questions) {
    say(qidOf(code), code, ask, help);
    for (const [scale, list] of [parts, columns].entries()) {
      for (const part of list) {
        const qid = String(1000 + subs.length);
        const own = { qid, parent_qid: qidOf(code), title: part, question_order: String(subs.length) };
        subs.push({ ...own, scale_id: String(scale), relevance: '1' });
        say(qid, `Line ${code}-${part}`);
      }
    }
  }
  const answers = questions.flatMap(({ code, options = [] }) =>
    options.map(option => ({
      of: code,
      aid: `${qidOf(code)}-${option}`,
      qid: qidOf(code),
      code: option,
      scale_id: '0',
    })),
  );
  return lssFile(
    {
      surveys: [{ sid: '7', language: 'en' }],
      surveys_languagesettings: [
        { surveyls_language: 'en', surveyls_title: 'Short breaks', surveyls_welcometext: 'Welcome.' },
      ],
      groups: groups.map(({ gid, relevance }, at) => ({ gid, grelevance: relevance, group_order: String(at) })),
      group_l10ns: groups.map(({ gid }) => ({ gid, group_name: `Part ${gid}`, description: '', language: 'en' })),
      questions: questions.map((each, at) => ({
        qid: qidOf(each.code),
        gid: each.group ?? '1',
        parent_qid: '0',
        title: each.code,
        type: each.type,
        relevance: each.relevance ?? '1',
        mandatory: each.mandatory ?? 'N',
        other: each.other ?? 'N',
        question_order: String(at),
      })),
      subquestions: subs,
      question_l10ns: words,
      answers: answers.map((each, at) => ({ ...each, sortorder: String(at) })),
      answer_l10ns: answers.map(({ aid, of, code }) => ({ aid, answer: `Answer ${of}-${code}`, language: 'en' })),
      question_attributes: questions.flatMap(({ code, settings = {} }) =>
        Object.entries(settings).flatMap(([attribute, given]) =>
          Object.entries(typeof given === 'string' ? { '': given } : given).map(([language, value]) => ({
            ...{ qid: qidOf(code), attribute, value, language },
          })),
        ),
      ),
      conditions: questions.flatMap(({ code, conditions = [] }) =>
        conditions.map(({ of, field, value }) => ({
          ...{ qid: qidOf(code), cqid: qidOf(of), cfieldname: field, method: '==', value, scenario: '1' },
        })),
      ),
    },
    languages,
  );
}
