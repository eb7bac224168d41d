/** The boxes in which an officer says why words stay: one for each block, by its mark. */
const MOST = 500;
const NAME = 'why-';

type Marked = { mark: string; wrong: string };

export const isReason = (text: string): boolean => text.trim() !== '' && text.length <= MOST;

/** What was typed in the boxes of a form, by mark. */
export const reasonsIn = (typed: Readonly<Record<string, string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(NAME))
      .map(([name, [text = '']]) => [name.slice(NAME.length), text]),
  );

/** What is wrong with the boxes of these blocks, by mark. */
export const wrongIn = (blocks: readonly Marked[], reasons: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    blocks.map(({ mark, wrong }) => [
      mark,
      (reasons[mark] ?? '').length > MOST
        ? `${wrong} Use ${MOST} characters or fewer to say why.`
        : `${wrong} Change it, or say why it stays.`,
    ]),
  );
