import PDFDocument from 'pdfkit';
import { fontFiles, linesOf, runsOf, type Weight, type Word } from './typesetting.ts';

type Doc = PDFKit.PDFDocument;
export type Part = PDFKit.PDFStructureElement;
export type Style = { weight?: Weight; size?: number; indent?: number; after?: number };

export const MM = 72 / 25.4;
const LEADING = 1.4;
const MARGIN = 18 * MM;
/** Room at the foot of each page for its number. */
const FOOT = 10 * MM;

/** Writes a tagged document from the top to the bottom: whatever is drawn belongs to a part of its structure or is decoration. */
export type Pen = {
  doc: Doc;
  root: Part;
  left: number;
  width: number;
  /** The size of ordinary words, in points. */
  size: number;
  /** A part of the structure, drawn at once. */
  tag(parent: Part, type: string, draw: (part: Part) => void, options?: PDFKit.Mixins.StructureElementOptions): Part;
  /** A paragraph: its own part of the structure. */
  write(parent: Part, type: string, text: string, style?: Style): void;
  /** Lines and boxes, which say nothing that the words do not. */
  decorate(draw: () => void): void;
  /** Starts a new page unless there is so much room left. */
  need(height: number): void;
  heightOf(text: string, style?: Style): number;
};

export function createPen({ title, language, size }: { title: string; language: string; size: number }): Pen {
  // The package's types don't know this subset yet.
  const subset = 'PDF/UA' as PDFKit.Mixins.PDFSubsets;
  const margins = { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN };
  const info = { Title: title, Creator: 'Said and Done', Producer: 'Said and Done' };
  const about = { info, lang: language, displayTitle: true, tagged: true, subset, pdfVersion: '1.7' } as const;
  const doc = new PDFDocument({ size: 'A4', margins, ...about, bufferPages: true });
  for (const [name, file] of Object.entries(fontFiles)) doc.registerFont(name, file);
  const root = doc.struct('Document', { title });
  doc.addStructure(root);
  return penOn(doc, root, size);
}

function penOn(doc: Doc, root: Part, size: number): Pen {
  const left = MARGIN;
  const width = doc.page.width - 2 * MARGIN;
  const bottom = doc.page.height - MARGIN - FOOT;
  const need = (height: number) => {
    if (doc.y + height > bottom) doc.continueOnNewPage();
  };
  const tag: Pen['tag'] = (parent, type, draw, options = {}) => {
    const part = doc.struct(type, options);
    parent.add(part);
    draw(part);
    part.end();
    return part;
  };
  const lines = (text: string, { weight = 400, size: own = size, indent = 0 }: Style) =>
    setLines(doc, text, weight, own, width - indent);
  return {
    doc,
    root,
    left,
    width,
    size,
    tag,
    need,
    write(parent, type, text, style = {}) {
      const { size: own = size, indent = 0, after = size * 0.4 } = style;
      const draw = () => drawLines(doc, lines(text, style), { x: left + indent, size: own, need });
      tag(parent, type, part => part.add(draw));
      doc.y += after;
    },
    decorate(draw) {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
    heightOf: (text, style = {}) => lines(text, style).length * (style.size ?? size) * LEADING,
  };
}

function setLines(doc: Doc, text: string, weight: Weight, size: number, width: number): Word[][] {
  const widthOf = (font: string, words: string) => doc.font(font).fontSize(size).widthOfString(words);
  const set = (word: string, glued = false): Word => {
    const runs = runsOf(word, weight);
    return { runs, width: runs.reduce((sum, run) => sum + widthOf(run.font, run.text), 0), glued };
  };
  const words = text.split(/\s+/).flatMap(word => {
    const whole = set(word);
    // An address on the web is one long word: it may break after a stroke.
    return whole.width <= width ? [whole] : word.split(/(?<=[/.-])/).map((piece, at) => set(piece, at > 0));
  });
  return linesOf(words, width, widthOf(`latin-${weight}`, ' '));
}

type Place = { x: number; size: number; need: Pen['need'] };

// A line at a time, with real spaces between its words, so that whoever listens or copies gets words and not one string.
function drawLines(doc: Doc, lines: Word[][], { x, size, need }: Place): void {
  for (const line of lines) {
    need(size * LEADING);
    const y = doc.y;
    let at = x;
    for (const { font, text } of spaced(line)) {
      doc.font(font).fontSize(size).fillColor('black').text(text, at, y, { lineBreak: false });
      at += doc.widthOfString(text);
    }
    doc.y = y + size * LEADING;
  }
}

/** The runs of a line with the spaces between its words; neighbours in one face as one. */
function spaced(line: Word[]): Word['runs'] {
  const runs: Word['runs'] = [];
  line.forEach(({ runs: own, glued }, at) => {
    const before = runs.at(-1);
    if (at > 0 && !glued && before) before.text += ' ';
    for (const run of own) {
      const last = runs.at(-1);
      if (last?.font === run.font) last.text += run.text;
      else runs.push({ ...run });
    }
  });
  return runs;
}
