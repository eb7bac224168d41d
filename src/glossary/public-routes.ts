import { page } from '../web/render.ts';
import type { Deps } from '../web/deps.ts';
import type { Site } from '../web/site.ts';
import { languages, type Language } from '../words/editions.ts';
import { writtenAttributes } from '../words/written-rules.ts';
import { listGlossary, type Explained } from './queries.ts';

type Shown = { term: string; meaning: string; attributes: string };

const wordsPage = page<{ words: Shown[] }>('glossary/page');

/** What our words mean, for everybody. */
export function registerGlossaryPage(site: Site, deps: Deps): void {
  site.kept('/words', async c => {
    const say = c.get('say');
    const words = (await listGlossary(deps.db.read)).map(each => shown(each, say.language));
    return wordsPage(c, { words }, { title: say('information.words.title') });
  });
}

/** In the reader's language where somebody wrote it; what is in English is marked. */
function shown(word: Explained, language: Language): Shown {
  const own = language === 'en' ? '' : word[language];
  const attributes = own === '' ? writtenAttributes(language) : ` lang="${language}" dir="${languages[language].dir}"`;
  return { term: word.term, meaning: own || word.meaning, attributes };
}
