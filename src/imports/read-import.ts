import { parseDefinition } from '../surveys/definition.ts';
import { countsOf } from './definition-rules.ts';
import { formatOf } from './format-rules.ts';
import { FileRefused, NOWHERE, type Here, type Imported } from './import-rules.ts';
import { readLss } from './lss-file.ts';
import { importLss } from './lss-rules.ts';
import { lssSurvey } from './lss-survey-rules.ts';

/** A file's bytes as a survey, with what of it finds no place. Its name is not asked: it proves nothing. Throws FileRefused. */
export function readImport(bytes: Uint8Array, here: Here = NOWHERE): Imported {
  const imported = { lss: fromLss, json: fromJson }[formatOf(bytes)](bytes, here);
  const parsed = parseDefinition(JSON.stringify(imported.definition));
  if (!parsed.ok) throw new FileRefused(...parsed.errors.map(error => error.message));
  if (parsed.definition.questions.length === 0)
    throw new FileRefused('There are no questions in this file. Choose another.');
  return { ...imported, definition: parsed.definition };
}

function fromLss(bytes: Uint8Array, here: Here): Imported {
  const survey = lssSurvey(readLss(bytes));
  if (!survey)
    throw new FileRefused('This LimeSurvey file holds no survey. Export the survey as ‘structure (.lss)’ again.');
  return importLss(survey, here);
}

/** The project's own definition: all of it comes. */
function fromJson(bytes: Uint8Array): Imported {
  const parsed = parseDefinition(new TextDecoder().decode(bytes));
  if (!parsed.ok) throw new FileRefused(...parsed.errors.map(error => error.message));
  const { definition } = parsed;
  const all = countsOf(definition);
  return { title: '', definition, left: [], found: all, came: all };
}
