import { appendFileSync } from 'node:fs';
import { afterEach, inject } from 'vitest';

// Runs beside every test: whoever passes is noted, so that the list of promises can ask for it at the end.
afterEach(({ task }) => {
  if (task.result?.state !== 'fail') appendFileSync(inject('record'), `${task.name.replaceAll('\n', ' ')}\n`);
});
