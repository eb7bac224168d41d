import type { Shown } from '../media/media-rules.ts';
import { MM, type Part, type Pen } from './pen.ts';
import type { PaperPart, PaperQuestion, PaperTick } from './question-rules.ts';

export const INK = '#1f2328';
const BOX = 12 * MM;
const CELL = 10 * MM;
const PICTURE = 30 * MM;

export type Place = { x: number; y: number; edge: number };
/** Draws a picture in a square of that edge. */
export type Draw = (picture: Shown, at: Place) => void;

/** Words with a picture at their side: `write` is told how far to keep from the margin. */
function beside(pen: Pen, parent: Part, picture: Shown | null, draw: Draw, write: (indent: number) => void): void {
  if (!picture) return write(0);
  const { doc, left, size } = pen;
  const { page, y } = doc;
  pen.tag(parent, 'Figure', part => part.add(() => draw(picture, { x: left, y, edge: PICTURE })), { alt: picture.alt });
  doc.y = y;
  write(PICTURE + 6 * MM);
  if (doc.page === page) doc.y = Math.max(doc.y, y + PICTURE + size * 0.5);
}

/** A question with its boxes, or something to read. */
export function drawPart(pen: Pen, part: PaperPart, draw: Draw): void {
  pen.need(part.asks ? heightOf(pen, part) : part.picture ? PICTURE : 0);
  pen.tag(pen.root, 'Sect', sect => {
    beside(pen, sect, part.picture, draw, indent => drawWords(pen, sect, part, indent));
    if (part.asks) drawAnswers(pen, sect, part, draw);
  });
  pen.doc.y += pen.size * (part.asks ? 1.5 : 0.8);
}

function drawWords(pen: Pen, sect: Part, part: PaperPart, indent: number): void {
  const words = part.asks ? `${part.n}. ${part.ask}` : part.heading;
  heading(pen, sect, 'H2', words, pen.size * (part.asks ? 1.2 : 1.3), indent);
  if (!part.asks) return part.body.forEach(line => pen.write(sect, 'P', line, { indent }));
  if (part.hint) pen.write(sect, 'P', part.hint, { indent });
  pen.write(sect, 'P', part.how, { weight: 700, indent });
}

function drawAnswers(pen: Pen, sect: Part, part: PaperQuestion, draw: Draw): void {
  if (part.ticks.length > 0) pen.tag(sect, 'L', list => part.ticks.forEach(tick => drawTick(pen, list, tick, draw)));
  if (part.cells.length > 0) drawCells(pen, sect, part);
  if (part.lines > 0) drawLined(pen, sect, '', part.lines);
  for (const line of part.then) pen.write(sect, 'P', line, { weight: 700 });
}

/** So that a question and its first boxes stay together, and a short one wholly. */
function heightOf(pen: Pen, { ask, how, hint, ticks, lines, picture }: PaperQuestion): number {
  const { size } = pen;
  const indent = picture ? PICTURE + 6 * MM : 0;
  const words =
    pen.heightOf(ask, { size: size * 1.2, weight: 700, indent }) +
    pen.heightOf(how, { indent }) +
    (hint ? pen.heightOf(hint, { indent }) : 0);
  const answers = Math.min(ticks.length, 8) * (BOX + 3 * MM) + Math.min(lines, 6) * size * 2.2;
  return Math.max(words, picture ? PICTURE : 0) + size * 3 + answers;
}

function drawTick(pen: Pen, list: Part, { words, face, picture }: PaperTick, draw: Draw): void {
  const { doc, left, size } = pen;
  const beyond = picture ? PICTURE + 5 * MM : face ? BOX + 3 * MM : 0;
  const indent = BOX + 5 * MM + beyond;
  const height = Math.max(picture ? PICTURE : BOX, pen.heightOf(words, { indent }));
  pen.need(height + 3 * MM);
  const top = doc.y;
  const x = left + BOX + 5 * MM;
  pen.decorate(() =>
    doc
      .rect(left, top + (height - BOX) / 2, BOX, BOX)
      .lineWidth(1.5)
      .stroke(INK),
  );
  if (face) pen.decorate(() => drawFace(pen, face, { x, y: top + (height - BOX) / 2, edge: BOX }));
  pen.tag(list, 'LI', item => {
    if (picture)
      pen.tag(item, 'Figure', part => part.add(() => draw(picture, { x, y: top, edge: PICTURE })), {
        alt: picture.alt,
      });
    doc.y = top + Math.max(0, (height - pen.heightOf(words, { indent })) / 2) + size * 0.1;
    pen.write(item, 'LBody', words, { indent });
  });
  doc.y = top + height + 3 * MM;
}

// As views/web/face.eta draws it, in a square of 32.
const MOUTHS: Record<string, string> = {
  1: 'M8 18c2 9 14 9 16 0z',
  2: 'M9 20c3 5 11 5 14 0',
  3: 'M10 22h12',
  4: 'M9 24c3-5 11-5 14 0',
  5: 'M8 26c2-9 14-9 16 0',
};

function drawFace({ doc }: Pen, face: string, { x, y, edge }: Place): void {
  doc
    .save()
    .translate(x, y)
    .scale(edge / 32)
    .lineWidth(1.6);
  doc
    .circle(16, 16, 14.5)
    .path(MOUTHS[face] ?? '')
    .stroke(INK);
  doc.circle(11, 12, 1.8).circle(21, 12, 1.8).fill(INK);
  doc.restore();
}

function drawCells(pen: Pen, sect: Part, { cells }: PaperQuestion): void {
  const { doc, left, size } = pen;
  pen.need(CELL + size * 3);
  const top = doc.y;
  let x = left;
  for (const { label, count } of cells) {
    const start = x;
    pen.decorate(() => {
      for (let at = 0; at < count; at++) doc.rect(start + at * CELL, top, CELL, CELL * 1.2);
      doc.lineWidth(1.2).stroke(INK);
    });
    doc.y = top + CELL * 1.3;
    if (label) pen.write(sect, 'P', label, { indent: start - left, after: 0 });
    x += Math.max(count * CELL, pen.size * 0.6 * label.length) + 6 * MM;
  }
  doc.y = top + CELL * 1.3 + size * 1.8;
}

/** A label and lines to write on below it. */
export function drawLined(pen: Pen, parent: Part, label: string, lines: number): void {
  const { doc, size } = pen;
  if (label) pen.write(parent, 'P', label, { after: 0 });
  for (let line = 0; line < lines; line++) {
    pen.need(size * 2.2);
    doc.y += size * 2.2;
    pen.decorate(() => rule(pen, doc.y));
  }
  doc.y += size * 0.6;
}

const rule = ({ doc, left, width }: Pen, y: number) =>
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(0.8)
    .stroke(INK);

/** A heading, in the bookmarks too, with room for what follows it. */
export function heading(pen: Pen, parent: Part, type: 'H1' | 'H2', text: string, size: number, indent = 0): void {
  pen.need(size * 5);
  pen.doc.outline.addItem(text, { expanded: true });
  pen.write(parent, type, text, { weight: 700, size, indent, after: pen.size * 0.5 });
}
