import { randomId } from '../../db/ids.ts';
import { isAddress } from '../../mail/address.ts';
import { latestPublication } from '../../publications/queries.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { found, notFound } from '../../web/errors.ts';
import { one, readForm, type FieldErrors, type Typed } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import type { Say } from '../../words/catalogue.ts';
import { answerPath } from '../cookies.ts';
import { createSurveys, type LiveSurvey } from '../surveys.ts';
import { isWay, readContact, ways, type Way } from './contact-rules.ts';
import { addContact, findContact } from './queries.ts';
import { stopNews } from './stop-news.ts';
import { readStopKey } from './stop.ts';

type NewsView = Thanks & { base: string; way: Way; others: Way[]; values: Record<string, string> };
/** `toSent` leads back to the confirmation for whoever comes from one; else ''. */
type Thanks = { survey: LiveSurvey; toSent: string };

const newsPage = page<NewsView>('responses/news');
const thanksPage = page<Thanks>('responses/news-thanks');
const stopPage = page<{ consultation: string; stopped: boolean }>('responses/news-stop');

/** Leaving an address for news: pages outside the answers' own, so that no cookie of theirs comes along. */
export function registerNewsRoutes(site: Site, deps: Deps): void {
  const surveys = createSurveys(deps.db.read, deps.watch);
  const surveyOf = async (c: Ctx) => found(await surveys.find(param(c, 'slug'), c.get('say')));

  site.kept('/consultations/:slug/news', async c => {
    const way = c.req.query('way') ?? '';
    return showNews(c, await surveyOf(c), isWay(way) ? way : 'email', {});
  });

  site.post('public', '/consultations/:slug/news', async c => {
    const typed = await readForm(c);
    const survey = await surveyOf(c);
    const way = one(typed, 'way');
    if (!isWay(way)) return showNews(c, survey, 'email', typed);
    const fields = { email: one(typed, 'email'), name: one(typed, 'name'), post: one(typed, 'post') };
    const read = readContact(way, { ...fields, phone: one(typed, 'phone') }, isAddress);
    if (!read.ok) return showNews(c, survey, way, typed, errorsIn(c.get('say'), read.errors));
    const contact = { id: randomId(), consultation_id: survey.id, way, name: read.name, address: read.address };
    await deps.db.write.transaction().execute(tx => addContact(tx, contact));
    return c.redirect(`/consultations/${survey.slug}/news/thanks${one(typed, 'sent') ? '?sent=yes' : ''}`, 303);
  });

  site.kept('/consultations/:slug/news/thanks', async c => {
    const survey = await surveyOf(c);
    const view = { survey, toSent: toSent(survey, c.req.query('sent')) };
    return thanksPage(c, view, { title: `${c.get('say')('responses.news.thanks')}: ${survey.said.title}` });
  });

  site.get('public', '/news/stop/:consultation/:key', c => showStop(c, deps));

  site.post('public', '/news/stop/:consultation/:key', async c => {
    const id = found(readStopKey(deps.config, param(c, 'key')));
    const contact = await findContact(deps.db.read, id);
    if (contact && contact.consultation_id !== param(c, 'consultation')) throw notFound();
    if (contact) await stopNews(deps.db.write, contact);
    return c.redirect(c.req.path, 303);
  });
}

function showNews(c: Ctx, survey: LiveSurvey, way: Way, typed: Typed, errors: FieldErrors = {}): Promise<Response> {
  const say = c.get('say');
  const values = Object.fromEntries(['email', 'name', 'post', 'phone'].map(name => [name, one(typed, name)]));
  const others = ways.filter(each => each !== way);
  const title = `${say(`responses.news.heading-${way}`)}: ${survey.said.title}`;
  const back = toSent(survey, one(typed, 'sent') || c.req.query('sent'));
  const view = { survey, base: `/consultations/${survey.slug}/news`, way, others, values, toSent: back };
  return newsPage(c, view, { title, errors });
}

// That somebody comes from a confirmation says nothing of whose it was.
const toSent = ({ slug }: LiveSurvey, sent = ''): string => (sent ? `${answerPath(slug)}/sent` : '');

const errorsIn = (say: Say, errors: Record<string, string>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, name]) => [field, say(`responses.news.error-${name}`)]));

async function showStop(c: Ctx, { config, db }: Deps): Promise<Response> {
  c.header('cache-control', 'no-store');
  const id = found(readStopKey(config, param(c, 'key')));
  const contact = await findContact(db.read, id);
  const consultationId = param(c, 'consultation');
  if (contact && contact.consultation_id !== consultationId) throw notFound();
  const published = found(await latestPublication(db.read, 'consultation', consultationId));
  const { title } = JSON.parse(published.content) as { title: string };
  const stopped = contact === undefined;
  const say = c.get('say');
  const heading = say(stopped ? 'responses.stop.done' : 'responses.stop.heading');
  return stopPage(c, { consultation: title, stopped }, { title: `${heading}: ${say.written(title)}` });
}
