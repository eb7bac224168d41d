import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, FileRefused } from '../../src/imports/import-rules.ts';
import { readImport } from '../../src/imports/read-import.ts';
import { lssFile, lssSurveyOf } from './lss-fixture.ts';

const TYPES = [...'LO!5YGMPABCEFH1NKDSTUQ;:RX|*I'];

test('what came and what is listed make up what was in the file', async () => {
  const question = fc.record({
    type: fc.constantFrom(...TYPES),
    other: fc.constantFrom('Y', 'N'),
    relevance: fc.constantFrom('1', '', '0', 'Q0 == "A"', 'count(Q0) > 1', '((7X1X10.NAOK == "B"))'),
    settings: fc.constantFrom({}, { hidden: '1' }, { random_order: '1' }),
    parts: fc.subarray(['A', 'B', 'C']),
    columns: fc.subarray(['X', 'Y']),
    options: fc.subarray(['A', 'B', 'C', 'D']),
    group: fc.constantFrom('1', '2'),
    conditions: fc.subarray([{ of: 'Q0', field: '7X1X10', value: 'A' }]),
  });
  const first = { code: 'Q0', type: 'L', options: ['A', 'B'] };
  const groups = fc.constantFrom('', '0', 'Q0 == "A"', 'rand() > 1').map(relevance => [
    { gid: '1', relevance: '' },
    { gid: '2', relevance },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(question, { maxLength: 8 }), groups, async (list, places) => {
      const questions = list.map((each, at) => ({ ...each, code: `Q${at + 1}` }));
      const { found, came, left, definition } = await readImport(
        lssSurveyOf([first, ...questions], { groups: places }),
      );
      expect(added(came, ...left.map(each => each.counts ?? {}))).toEqual(found);
      expect(found.questions).toBe(questions.length + 1);
      // Each has words of its own: what came is there to be read, and what is listed as left is not.
      const read = JSON.stringify(definition);
      expect(new Set(read.match(/(?:Line|Answer) Q\d+-\w/g)).size).toBe(came.options);
      expect(new Set(read.match(/Q\d+/g)).size).toBe(came.questions);
    }),
    { numRuns: 200 },
  );
});

test('a survey comes with its words, answers, other languages and conditions', async () => {
  const { title, definition, left } = await readImport(
    lssSurveyOf([
      {
        code: 'who',
        type: 'L',
        options: ['1', '2'],
        ask: { en: '<p>Who are you?</p>', cy: 'Pwy ydych chi?', de: 'Wer?' },
      },
      { code: 'age', type: 'N', settings: { min_num_value_n: '0' }, relevance: 'who.NAOK == "1"', mandatory: 'Y' },
      { code: 'why', type: 'T', ask: { en: 'Why &amp; how?' }, help: 'In <b>your</b> words' },
    ]),
  );
  expect(title).toBe('Short breaks');
  const [who, age, why] = definition.questions;
  expect(who).toMatchObject({ kind: 'choose-one', ask: 'Who are you?', editions: { cy: { ask: 'Pwy ydych chi?' } } });
  expect(who?.next).toEqual([
    { when: { q: 'q1', anyOf: ['1'] }, to: 'q2' },
    { when: { not: { q: 'q1', anyOf: ['1'] } }, to: 'q3' },
  ]);
  expect(age).toMatchObject({ kind: 'number', min: 0, required: true });
  expect(why).toMatchObject({ kind: 'long-text', ask: 'Why & how?', hint: 'In your words' });
  expect(left.map(each => `${each.where}: ${each.what}`)).toEqual([
    'The survey: the words in the language ‘de’, which is not offered here',
    'The survey: the welcome: ‘Welcome.’',
    'The survey: how LimeSurvey runs it: who may answer, how it looks, what it mails',
    'Group ‘Part 1’: its name: surveys here have no sections',
  ]);
});

test('a link keeps its address, and what is no words is listed', async () => {
  const ask = {
    en: 'See <a href="https://offer.example/breaks">our list</a>.<img src="x.png"><script>alert(1)</script>',
  };
  const { definition, left } = await readImport(lssSurveyOf([{ code: 'Q1', type: 'S', ask }]));
  expect(definition.questions[0]?.ask).toBe('See our list (https://offer.example/breaks).');
  const what = left.map(each => each.what);
  expect(what).toEqual(expect.arrayContaining(['a picture among its words', 'a script among its words']));
});

test('older files, which say everything once in each language, come too; what belongs nowhere is counted', async () => {
  const both = (row: Record<string, string>, field: string, en: string, cy: string) => [
    { ...row, language: 'en', [field]: en },
    { ...row, language: 'cy', [field]: cy },
  ];
  const file = lssFile(
    {
      surveys: [{ sid: '9', language: 'en', expires: '2026-12-01 00:00:00' }],
      surveys_languagesettings: [
        { surveyls_language: 'en', surveyls_title: 'Clubs', surveyls_policy_notice: 'We keep it safe.' },
        { surveyls_language: 'cy', surveyls_title: 'Clybiau' },
      ],
      groups: both({ gid: '1', group_order: '0', group_name: 'G' }, 'description', '<img src="a.png">Hello.', 'Helo.'),
      questions: [
        ...both(
          { qid: '1', gid: '1', parent_qid: '0', type: 'L', title: 'A', question_order: '0' },
          'question',
          'Which?',
          'Pa un?',
        ),
        ...both(
          { qid: '2', gid: '1', parent_qid: '0', type: 'S', title: 'B', question_order: '1', preg: '/x/' },
          'question',
          'Why?',
          'Pam?',
        ),
        ...both(
          { qid: '3', gid: '99', parent_qid: '0', type: 'S', title: 'C', question_order: '2' },
          'question',
          'Lost?',
          'Coll?',
        ),
      ],
      answers: [
        ...both({ qid: '1', code: 'A1', sortorder: '1', scale_id: '0' }, 'answer', 'Art', 'Celf'),
        ...both({ qid: '1', code: 'A2', sortorder: '2', scale_id: '0' }, 'answer', '{B} and sport', 'Chwaraeon'),
        { qid: '77', code: 'Z', answer: 'Nobody’s', language: 'en', scale_id: '0' },
      ],
      conditions: [
        { qid: '2', cqid: '1', cfieldname: '9X1X1', method: '==', value: 'A1', scenario: '1' },
        { qid: '2', cqid: '1', cfieldname: '9X1X1', method: '==', value: 'A2', scenario: '1' },
      ],
      defaultvalues: [{ qid: '1', defaultvalue: 'A1' }],
    },
    ['en', 'cy'],
  );
  const { definition, found, came, left } = await readImport(file);
  expect(found).toEqual({ groups: 1, questions: 3, options: 3, languages: 2, conditions: 2 });
  expect(came).toEqual({ groups: 1, questions: 2, options: 2, languages: 2, conditions: 2 });
  expect(definition.editions).toEqual({ cy: {} });
  expect(definition.questions).toMatchObject([
    { kind: 'information', ask: 'G', body: 'Hello.', editions: { cy: { body: 'Helo.' } } },
    { ask: 'Which?', editions: { cy: { ask: 'Pa un?', options: { a1: 'Celf', a2: 'Chwaraeon' } } } },
    { ask: 'Why?' },
  ]);
  expect(definition.questions[1]?.next?.[0]).toEqual({
    when: {
      or: [
        { q: 'q2', anyOf: ['a1'] },
        { q: 'q2', anyOf: ['a2'] },
      ],
    },
    to: 'q3',
  });
  expect(left.map(each => `${each.where}: ${each.what}`)).toEqual([
    'The survey: the notice about privacy: ‘We keep it safe.’',
    'The survey: when it opens or closes: 2026-12-01 00:00:00',
    'The survey: how LimeSurvey runs it: who may answer, how it looks, what it mails',
    'The survey: 2 questions or answers that belong to no group or question of the file',
    'The survey: answers that are chosen beforehand: nothing is here (1)',
    'Group ‘G’: a picture among its words',
    'Question A ‘Which?’: what is filled in from other answers: the words in { } stand as they are',
    'Question B ‘Why?’: the pattern that its answer must have (preg: /x/)',
  ]);
});

const parts = ['A', 'B', 'C'];

test.each<[type: string, settings: Record<string, string>, kept: object, listed: RegExp[]]>([
  ['N', { min_num_value_n: '1', max_num_value_n: '9' }, { min: 1, max: 9 }, []],
  ['N', { min_num_value_n: '9', max_num_value_n: '1' }, {}, [/min_num_value_n: 9, max_num_value_n: 1/]],
  ['N', { max_num_value_n: '{Q0}' }, {}, [/max_num_value_n: \{Q0\}/]],
  [
    'K',
    { slider_layout: '1', slider_min: '1', slider_max: '10', slider_default: '5', slider_accuracy: '0.1' },
    { min: 1, max: 10 },
    [/where its slider stands at first.*\(slider_default: 5\)/, /steps between its numbers \(slider_accuracy: 0\.1\)/],
  ],
  ['K', { slider_min: '1', slider_max: '10', slider_default: '5' }, {}, []],
  [
    ':',
    { multiflexible_min: '-2', multiflexible_max: '2', multiflexible_step: '2' },
    { min: -2, max: 2 },
    [/steps between its numbers \(multiflexible_step: 2\)/],
  ],
  ['M', { max_answers: '2' }, { atMost: 2 }, []],
  ['M', { max_answers: '1' }, {}, [/highest number of answers \(max_answers: 1\)/]],
  ['R', { max_answers: '2', max_subquestions: '4' }, {}, [/highest number of answers \(max_answers: 2\)/]],
  ['L', { answer_order: 'random', random_group: 'g1' }, {}, [/order of its answers/, /order of its questions/]],
  ['L', { answer_order: 'normal' }, {}, []],
  ['S', { location_mapservice: '100', location_mapzoom: '11' }, {}, [/the map .* \(location_mapservice: 100\)/]],
])('what a setting of %s says is kept or listed: %j', async (type, settings, kept, listed) => {
  const columns = type === ':' ? ['X'] : [];
  const options = type === 'L' ? parts : [];
  const file = lssSurveyOf([{ code: 'Q1', type, settings, columns, options, ...(options.length ? {} : { parts }) }]);
  const { definition, left } = await readImport(file);
  const { min, max, atMost } = (definition.questions[0] ?? {}) as unknown as Record<string, unknown>;
  expect(JSON.parse(JSON.stringify({ min, max, atMost }))).toEqual(kept);
  const what = left.filter(each => each.where.startsWith('Question') && !each.counts).map(each => each.what);
  expect(what).toEqual(listed.map(each => expect.stringMatching(each) as unknown));
});

test('words that stand in settings are read in the language that they are in', async () => {
  const words = (en: string, cy: string) => ({ en, cy });
  const ask = words('Which?', 'Pa un?');
  const { definition } = await readImport(
    lssSurveyOf([
      { code: 'Q1', type: 'M', parts, other: 'Y', ask, settings: { other_replace_text: words('Else', 'Arall') } },
      {
        code: 'Q2',
        type: '1',
        parts: ['A'],
        options: parts,
        ask,
        settings: { dualscale_headerA: words('Now', 'Nawr') },
      },
    ]),
  );
  const [many, scale] = definition.questions;
  expect(many).toMatchObject({
    options: [{}, {}, {}, { words: 'Else' }],
    editions: { cy: { options: { d: 'Arall' } } },
  });
  expect(scale?.ask).toMatch(/Now$/);
  expect(scale?.editions?.cy?.ask).toMatch(/Nawr$/);
});

const hostile: [string, string | Buffer, RegExp][] = [
  [
    'an entity from outside',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>',
    /DOCTYPE/,
  ],
  [
    'entities that multiply',
    `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;">]><a>&b;</a>`,
    /DOCTYPE/,
  ],
  ['an entity that is not declared', '<document>&x;</document>', /XML/],
  ['a file that ends too soon', lssSurveyOf([{ code: 'Q1', type: 'S' }]).subarray(0, 900), /XML/],
  ['tags within tags', '<a>'.repeat(100_000), /nested/],
  ['another kind of XML', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /LimeSurvey/],
  ['nothing to ask', lssFile({ surveys: [{ sid: '1', language: 'en' }] }), /no questions/],
  ['no survey', lssFile({}), /holds no survey/],
  ['letters of another alphabet', Buffer.from([0x3c, 0x61, 0x3e, 0xe9, 0x3c]), /UTF-8/],
  [
    'an equation without end',
    lssSurveyOf([
      { code: 'Q1', type: 'S', relevance: '('.repeat(100_000) },
      { code: 'Q2', type: 'S' },
    ]),
    /^$/,
  ],
  [
    'JSON that is nested too deep',
    `{"format":1,"questions":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
    /nested too deep/,
  ],
  ['JSON that ends too soon', '{"format":1,', /not JSON/],
  ['rubbish', Buffer.from([1, 2, 3, 255, 254]), /kind of file/],
  ['nothing', '', /empty/],
];

test.each(hostile)('%s: refused, or read without what is hostile', async (_, file, message) => {
  const said = await Promise.resolve()
    .then(() => readImport(Buffer.from(file)))
    .then(
      () => '',
      (error: unknown) => (error instanceof FileRefused ? error.message : `not refused but ${String(error)}`),
    );
  expect(said).toMatch(message);
});
