import { withFreshIds } from '../surveys/at-end-rules.ts';
import { everyQuestion } from '../surveys/compare.ts';
import { parseDefinition, type Definition } from '../surveys/definition.ts';
import { countsOf } from './definition-rules.ts';
import { formatOf, type Format } from './format-rules.ts';
import { FileRefused, NOWHERE, type Here, type Imported } from './import-rules.ts';
import { readLss } from './lss-file.ts';
import { importLss } from './lss-rules.ts';
import { lssSurvey } from './lss-survey-rules.ts';
import { decoded, tableFromCsv } from './sheets/csv-rules.ts';
import { fieldNamed, importTable } from './sheets/read-rules.ts';
import { tableFromWorkbook } from './sheets/workbook.ts';

type Read = (bytes: Uint8Array, here: Here) => Imported | Promise<Imported>;

const readers: Record<Format, Read> = {
  lss: fromLss,
  json: fromJson,
  csv: (bytes, here) =>
    importTable(
      tableFromCsv(decoded(bytes), cell => fieldNamed(cell) !== null),
      here,
    ),
  workbook: async (bytes, here) => importTable(await tableFromWorkbook(bytes), here),
};

/** A file's bytes as a survey, with what of it finds no place. Throws FileRefused. */
export async function readImport(bytes: Uint8Array, here: Here = NOWHERE): Promise<Imported> {
  const imported = await readers[formatOf(bytes)](bytes, here);
  const parsed = parseDefinition(JSON.stringify(imported.definition));
  if (!parsed.ok) throw new FileRefused(...parsed.errors.map(error => error.message));
  if (parsed.definition.questions.length === 0) {
    throw new FileRefused('There are no questions in this file. Choose another.');
  }
  return { ...imported, definition: parsed.definition };
}

function fromLss(bytes: Uint8Array, here: Here): Imported {
  const survey = lssSurvey(readLss(bytes));
  if (!survey) {
    throw new FileRefused('This LimeSurvey file holds no survey. Export the survey as ‘structure (.lss)’ again.');
  }
  return importLss(survey, here);
}

/** The project's own definition: all of it comes. Ids mean nothing where it is another survey than the one that is here. */
function fromJson(bytes: Uint8Array, { current, used }: Here): Imported {
  const parsed = parseDefinition(new TextDecoder().decode(bytes));
  if (!parsed.ok) throw new FileRefused(...parsed.errors.map(error => error.message));
  const isAnother = current !== null && !shares(current, parsed.definition);
  const definition = isAnother ? withFreshIds(parsed.definition, used) : parsed.definition;
  const all = countsOf(definition);
  return { title: '', definition, left: [], found: all, came: all };
}

/** Whether some question stands in both, under the same id and in the same words. */
function shares(one: Definition, other: Definition): boolean {
  const theirs = everyQuestion(other);
  return everyQuestion(one).some(({ id, ask }) => theirs.some(each => each.id === id && each.ask === ask));
}
