/** Captions are WebVTT: a browser drops what it can't read without a word, so each mistake is named with its line. */

const TIME = /^(?:(\d{2,3}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/;
const MOST = 200_000;

/** What is wrong, as a sentence; null when a browser can show them. Takes text with line ends of any kind. */
export function wrongWithCaptions(captions: string): string | null {
  if (captions.length > MOST) return `Use ${MOST.toLocaleString('en-GB')} characters or fewer.`;
  const lines = linesOf(captions);
  if (!/^WEBVTT([ \t]|$)/.test(lines[0] ?? '')) return 'Line 1: the first line has to be WEBVTT.';
  // What stands under the first line, up to an empty one, is a header that browsers skip.
  const header = blockAt(lines, 0);
  const cue = header.findIndex(line => line.includes('-->'));
  return cue < 0
    ? wrongWithCues(lines, header.length)
    : `Line ${cue + 1}: leave an empty line above the first caption.`;
}

/** As they are kept: no byte order mark, line feeds alone, one at the end. */
export const tidyCaptions = (captions: string): string => `${linesOf(captions).join('\n').trimEnd()}\n`;

const linesOf = (captions: string): string[] => captions.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

function wrongWithCues(lines: string[], start: number): string | null {
  let before = 0;
  let cues = 0;
  for (let at = start; at < lines.length; at++) {
    if (!lines[at]?.trim()) continue;
    const block = blockAt(lines, at);
    const wrong = wrongWithBlock(block, at + 1, before);
    if (wrong) return wrong;
    const cue = timesIn(block);
    if (cue) {
      cues++;
      before = cue.from;
    }
    at += block.length;
  }
  return cues > 0 ? null : 'There are no captions yet: each needs a time, such as 00:01.000 --> 00:04.000, and words.';
}

function blockAt(lines: string[], at: number): string[] {
  const end = lines.findIndex((line, i) => i > at && !line.trim());
  return lines.slice(at, end < 0 ? lines.length : end);
}

/** `n` is the number of the block's first line, `before` the start of the caption before it in milliseconds. */
function wrongWithBlock(block: string[], n: number, before: number): string | null {
  const [first = ''] = block;
  if (/^NOTE([ \t]|$)/.test(first)) return null;
  if (/^(STYLE|REGION)([ \t]|$)/.test(first))
    return `Line ${n}: take out ${first.split(' ')[0]}; we keep captions plain.`;
  const at = block.findIndex(line => line.includes('-->'));
  if (at < 0 || at > 1) return `Line ${n}: a caption starts with its time, such as 00:01.000 --> 00:04.000.`;
  const second = block.findIndex((line, i) => i > at && line.includes('-->'));
  if (second > 0) return `Line ${n + second}: leave an empty line before the next caption.`;
  return (
    wrongWithTimes(block[at] ?? '', n + at, before) ??
    (block[at + 1] ? null : `Line ${n + at}: write the words under the time.`)
  );
}

function wrongWithTimes(line: string, n: number, before: number): string | null {
  const times = timesOf(line);
  if (!times) {
    const comma = /\d,\d{3}/.test(line) ? ' Use a full stop, not a comma, before the thousandths.' : '';
    return `Line ${n}: write the time as 00:01.000 --> 00:04.000.${comma}`;
  }
  if (times.to <= times.from) return `Line ${n}: the caption ends before it starts.`;
  return times.from < before ? `Line ${n}: this caption starts before the one above it.` : null;
}

type Times = { from: number; to: number };

const timesIn = (block: string[]): Times | null =>
  block[0]?.startsWith('NOTE') ? null : timesOf(block.find(line => line.includes('-->')) ?? '');

function timesOf(line: string): Times | null {
  const [, from = '', to = ''] = /^\s*(\S+)[ \t]+-->[ \t]+(\S+)(?:[ \t].*)?$/.exec(line) ?? [];
  const times = { from: milliseconds(from), to: milliseconds(to) };
  return Number.isNaN(times.from) || Number.isNaN(times.to) ? null : times;
}

function milliseconds(time: string): number {
  const match = TIME.exec(time);
  if (!match) return Number.NaN;
  const [, hours = '0', minutes, seconds, thousandths] = match;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(thousandths);
}
