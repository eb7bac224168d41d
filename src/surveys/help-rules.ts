/** The help on writing a definition (`docs/survey-definition.md`) as blocks of a page: the few things that its Markdown uses. */

/** Words, or code among them. */
export type Piece = { text: string; isCode: boolean };
export type Block =
  | { is: 'heading'; level: number; pieces: Piece[] }
  | { is: 'paragraph'; pieces: Piece[] }
  | { is: 'table'; head: Piece[][]; rows: Piece[][][] }
  | { is: 'code'; text: string };

/** Blocks stand between empty lines, outside code. */
export function blocksOf(markdown: string): Block[] {
  return markdown.split(/(```[\s\S]*?```)/).flatMap(part =>
    part.startsWith('```')
      ? [{ is: 'code' as const, text: part.replace(/^```.*\n|\n?```$/g, '') }]
      : part
          .split(/\n\s*\n/)
          .map(each => each.trim())
          .filter(Boolean)
          .map(blockOf),
  );
}

function blockOf(text: string): Block {
  const [, marks, heading] = /^(#+) (.*)$/.exec(text) ?? [];
  if (marks && heading) return { is: 'heading', level: marks.length, pieces: piecesOf(heading) };
  if (!text.startsWith('|')) return { is: 'paragraph', pieces: piecesOf(text.replaceAll('\n', ' ')) };
  const [head = [], , ...rows] = text.split('\n').map(cellsOf);
  return { is: 'table', head, rows };
}

const cellsOf = (line: string): Piece[][] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map(cell => piecesOf(cell.trim()));

const piecesOf = (text: string): Piece[] =>
  text
    .split('`')
    .map((piece, at) => ({ text: piece, isCode: at % 2 === 1 }))
    .filter(piece => piece.text !== '');
