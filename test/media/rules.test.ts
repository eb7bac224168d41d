import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tidyCaptions, wrongWithCaptions } from '../../src/media/captions-rules.ts';
import { recognise } from '../../src/media/file-rules.ts';
import type { Question } from '../../src/surveys/definition.ts';
import { mediaIn, missingMedia, type Shown } from '../../src/media/media-rules.ts';
import { readRange } from '../../src/media/range-rules.ts';

describe('captions', () => {
  const cue = '00:01.000 --> 00:04.000\nHello.';
  test.each([
    `WEBVTT\n\n${cue}`,
    `\uFEFFWEBVTT - made by hand\r\n\r\n1\r\n00:00:01.000 --> 00:00:04.000 line:90%\r\nHello.\r\n`,
    `WEBVTT\nKind: captions\nLanguage: en\n\nNOTE any --> thing\n\n${cue}\n\n\n100:00:00.000 --> 100:00:01.000\nTwo\nlines`,
  ])('%j is fine', captions => expect(wrongWithCaptions(captions)).toBeNull());

  test.each([
    ['', 'Line 1:'],
    [`1\n${cue}`, 'Line 1: the first line has to be WEBVTT.'],
    [`WEBVTTX\n\n${cue}`, 'Line 1:'],
    [`WEBVTT\n${cue}`, 'Line 2: leave an empty line above'],
    ['WEBVTT\n\n', 'There are no captions yet'],
    ['WEBVTT\n\nNOTE nothing here', 'There are no captions yet'],
    ['WEBVTT\n\nHello.', 'Line 3: a caption starts with its time'],
    ['WEBVTT\n\n00:01,000 --> 00:04,000\nHello.', 'Line 3: write the time as 00:01.000 --> 00:04.000. Use a full stop'],
    ['WEBVTT\n\n0:01.000 --> 00:04.000\nHello.', 'Line 3: write the time'],
    ['WEBVTT\n\n00:61.000 --> 01:04.000\nHello.', 'Line 3: write the time'],
    ['WEBVTT\n\n00:04.000 --> 00:01.000\nHello.', 'Line 3: the caption ends before'],
    [`WEBVTT\n\n00:02.000 --> 00:03.000\nHello.\n\n${cue}`, 'Line 6: this caption starts before'],
    ['WEBVTT\n\n1\n00:01.000 --> 00:04.000\n\n', 'Line 4: write the words'],
    [`WEBVTT\n\n${cue}\n00:05.000 --> 00:06.000\nMore.`, 'Line 5: leave an empty line before'],
    [`WEBVTT\n\nSTYLE\n::cue { color: red }\n\n${cue}`, 'Line 3: take out STYLE'],
    [`WEBVTT\n\n${cue}${'x'.repeat(200_000)}`, 'Use 200,000 characters'],
  ])('%j: %s', (captions, words) => expect(wrongWithCaptions(captions)).toContain(words));

  test('any list of captions in order is fine, whatever its line ends', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 9_999 })), {
      minLength: 1,
    });
    const ends = fc.constantFrom('\n', '\r\n', '\r');
    const check = (list: [number, number][], end: string) => {
      let from = 0;
      const cues = list.map(([gap, length]) => {
        from += gap;
        return `${clock(from)} --> ${clock(from + length)}\nWords.`;
      });
      const captions = ['WEBVTT', ...cues].join('\n\n').replaceAll('\n', end);
      expect(wrongWithCaptions(captions)).toBeNull();
      expect(tidyCaptions(captions)).toBe(tidyCaptions(tidyCaptions(captions)));
    };
    fc.assert(fc.property(lengths, ends, check));
  });

  test('whatever is typed gives a sentence or nothing', () => {
    const piece = fc.constantFrom('WEBVTT', '\n', '\n\n', '-->', ' --> ', '00:01.000', 'NOTE', 'Hello', '\r', '\uFEFF');
    const check = (pieces: string[]) => {
      const wrong = wrongWithCaptions(pieces.join(''));
      if (wrong !== null) expect(wrong).toMatch(/^(Line \d+: .+|There are no captions yet.+)\.$/);
    };
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), check));
  });
});

const clock = (ms: number): string =>
  Temporal.PlainTime.from('00:00').add({ milliseconds: ms }).toString({ smallestUnit: 'millisecond' });

describe('files', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  test.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['RIFF....WEBP', 'image/webp'],
    ['RIFF....WAVE', 'audio/wav'],
    ['....ftypisom', 'video/mp4'],
    ['....ftypM4A ', 'audio/mp4'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm', 'video/webm'],
    [`OggS${'.'.repeat(24)}OpusHead`, 'audio/ogg'],
    ['ID3\x04', 'audio/mpeg'],
    ['\xff\xfb\x90\x64', 'audio/mpeg'],
    ['\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska', null],
    [`OggS${'.'.repeat(24)}\x80theora`, null],
    ['....ftypheic', null],
    ['....ftypqt  ', null],
    ['<svg xmlns="http://www.w3.org/2000/svg">', null],
    ['GIF89a', null],
    ['MZ\x90\0', null],
    ['%PDF-1.7', null],
    ['\xff\xff\xff\xff', null],
    ['', null],
  ])('%j is %s', (head, mime) => expect(recognise(bytes(head))?.mime ?? null).toBe(mime));
});

test('a range lies inside the file, or is none', () => {
  const number = fc.oneof(fc.constant(''), fc.nat(50).map(String));
  fc.assert(
    fc.property(number, number, fc.nat(40), (first, last, size) => {
      const range = readRange(`bytes=${first}-${last}`, size);
      if (range === null || range === 'none') return;
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeGreaterThanOrEqual(range.from);
      expect(range.to).toBeLessThan(size);
    }),
  );
});

describe('what a survey shows', () => {
  const shown = (change: Partial<Shown>): Shown => ({
    ...{ kind: 'video', src: '/media/v', inPage: null, mime: 'video/webm', alt: 'Signed', language: 'en' },
    ...{ transcript: 'Hello.', captions: '/media/v/captions', width: null, height: null, ...change },
  });
  const survey = {
    questions: [
      { id: 'q0', kind: 'information', ask: 'Before you start', body: 'Read this.' },
      { id: 'q1', kind: 'pictures', ask: 'Which?', options: [{ id: 'a', words: 'media', picture: 'p' }] },
      { id: 'q2', kind: 'long-text', ask: 'Why?', editions: { bsl: { media: 'v' }, audio: { media: 's' } } },
    ] satisfies Question[],
  };

  test('is found wherever it stands', () => expect(mediaIn(survey)).toEqual(['p', 'v', 's']));

  test.each([
    [{}, []],
    [{ v: { captions: null } }, ['Question 2: add captions to the video.']],
    [{ v: { transcript: '' } }, ['Question 2: write out the words of the video.']],
    [{ s: { transcript: '' } }, ['Question 2: write out the words of the recording.']],
    [{ p: { alt: '' } }, ['Question 1: describe the picture.']],
    [{ p: { kind: 'audio' as const } }, ['Question 1: choose a picture here, not a video or a recording.']],
  ])('%j lacks %j', (changes: Record<string, Partial<Shown>>, missing) => {
    const files: Record<string, Shown> = {
      p: shown({ kind: 'picture', captions: null, transcript: '', ...changes['p'] }),
      v: shown(changes['v'] ?? {}),
      s: shown({ kind: 'audio', captions: null, ...changes['s'] }),
    };
    expect(missingMedia(survey, new Map(Object.entries(files)))).toEqual(missing);
  });

  test('must be there', () => {
    const words = ['choose the picture again; it was removed.', 'choose the file again; it was removed.'];
    expect(missingMedia(survey, new Map())).toEqual([`Question 1: ${words[0]}`, `Question 2: ${words[1]}`]);
  });
});
