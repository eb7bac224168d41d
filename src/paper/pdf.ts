import { encode } from 'uqr';
import { createPen, MM, type Pen } from './pen.ts';
import type { Paper, PaperSection } from './paper-rules.ts';
import type { PictureFiles } from './picture-files.ts';
import { drawLined, drawPart, heading, INK, type Draw, type Place } from './pdf-questions.ts';

const POINTS = { standard: 14, large: 18 } as const;

/** The paper as a tagged PDF (PDF/UA) of A4 pages. */
export async function makePdf(marked: Paper, pictures: PictureFiles): Promise<Buffer> {
  const paper = unmarked(marked);
  const pen = createPen({ title: paper.title, language: paper.language, size: POINTS[paper.size] });
  const { doc } = pen;
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise(resolve => doc.on('end', resolve));
  drawHead(pen, paper);
  for (const section of paper.before) drawSection(pen, section);
  const draw: Draw = (picture, at) =>
    pen.doc.image(Buffer.from(pictures[picture.src] ?? '', 'base64'), at.x, at.y, { fit: [at.edge, at.edge] });
  for (const part of paper.parts) drawPart(pen, part, draw);
  drawBack(pen, paper);
  drawSlip(pen, paper);
  pen.root.end();
  numberPages(pen, paper);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

// The marks around English words in another language are for pages: here they would be letters.
const unmarked = (paper: Paper): Paper => JSON.parse(JSON.stringify(paper).replace(/[\u2066\u2069]/g, '')) as Paper;

function drawHead(pen: Pen, paper: Paper): void {
  const { size } = pen;
  pen.write(pen.root, 'P', paper.partnership, { weight: 700 });
  heading(pen, pen.root, 'H1', paper.title, size * 1.7);
  pen.write(pen.root, 'P', paper.edition);
  if (paper.draft) pen.write(pen.root, 'P', paper.draft, { weight: 700 });
  pen.write(pen.root, 'P', paper.lead, { after: size });
  drawOnline(pen, paper);
}

function drawSection(pen: Pen, { heading: words, body }: PaperSection): void {
  pen.tag(pen.root, 'Sect', sect => {
    heading(pen, sect, 'H2', words, pen.size * 1.3);
    for (const line of body) pen.write(sect, 'P', line);
  });
  pen.doc.y += pen.size * 0.8;
}

/** A square that leads to the survey online; a phone reads it, and its address stands beside it for everybody else. */
function drawOnline(pen: Pen, { online }: Paper): void {
  const { doc, left, size } = pen;
  const edge = 34 * MM;
  pen.need(edge + size);
  const top = doc.y;
  const square = () => drawSquare(pen, online.url, { x: left, y: top, edge });
  pen.tag(pen.root, 'Figure', part => part.add(square), { alt: online.url });
  doc.y = top;
  pen.write(pen.root, 'P', online.words, { indent: edge + 6 * MM });
  pen.write(pen.root, 'P', online.url, { indent: edge + 6 * MM, weight: 700 });
  doc.y = Math.max(doc.y, top + edge) + size;
}

function drawSquare({ doc }: Pen, url: string, { x, y, edge }: Place): void {
  const { data, size } = encode(url, { ecc: 'M', border: 0 });
  const dot = edge / size;
  data.forEach((row, down) =>
    row.forEach((dark, along) => dark && doc.rect(x + along * dot, y + down * dot, dot, dot)),
  );
  doc.fill('black');
}

/** Two boxes for whoever types the answers in. */
function drawOffice(pen: Pen, { office }: Paper): void {
  const { doc, left, width, size } = pen;
  doc.y += size * 1.5;
  pen.need(size * 6);
  pen.write(pen.root, 'P', office.heading);
  const top = doc.y;
  const box = width / office.fields.length;
  office.fields.forEach((label, at) => {
    pen.decorate(() =>
      doc
        .rect(left + at * box, top, box, size * 4)
        .lineWidth(0.8)
        .stroke(INK),
    );
    doc.y = top + size * 0.3;
    pen.write(pen.root, 'P', label, { indent: at * box + size * 0.5, size: size * 0.8 });
  });
  doc.y = top + size * 5;
}

function drawBack(pen: Pen, paper: Paper): void {
  const { back, address } = paper;
  pen.need(pen.size * (17 + 1.4 * address.length));
  drawSection(pen, back);
  for (const line of address) pen.write(pen.root, 'P', line, { weight: 700, after: 0 });
  drawOffice(pen, paper);
}

function drawSlip(pen: Pen, { slip, back }: Paper): void {
  pen.doc.addPage();
  drawSection(pen, { heading: slip.heading, body: slip.body });
  pen.write(pen.root, 'P', slip.about, { weight: 700, after: pen.size });
  for (const { label, lines } of slip.fields) drawLined(pen, pen.root, label, lines);
  pen.doc.y += pen.size;
  pen.write(pen.root, 'P', back.body.at(-1) ?? '');
  for (const line of slip.address) pen.write(pen.root, 'P', line, { weight: 700, after: 0 });
}

function numberPages({ doc, left, width }: Pen, { pageWords }: Paper): void {
  const { count } = doc.bufferedPageRange();
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at);
    doc.markContent('Artifact', { type: 'Pagination' });
    const words = `${pageWords.page} ${at + 1} / ${count}`;
    // Below the margin, where the library would begin a new page by itself.
    doc.page.margins.bottom = 0;
    doc.font('latin-400').fontSize(11).fillColor('black');
    doc.text(words, left, doc.page.height - 16 * MM, { width, align: 'right', lineBreak: false });
    doc.endMarkedContent();
  }
}
