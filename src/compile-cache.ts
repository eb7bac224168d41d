import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What Node has made of our files is kept from start to start, in a folder that nobody else writes to. Where it can't be
// written (an image that may only be read), each start works it out anew.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/said-and-done'));
