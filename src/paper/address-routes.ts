import { randomId } from '../db/ids.ts';
import { isAddress } from '../mail/address.ts';
import { readContact, type ContactError } from '../responses/news/contact-rules.ts';
import { addContact } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { one, readForm, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { loadDesk, type Desk } from './typing/load.ts';

type AddressView = { desk: Desk; values: { name: string; post: string }; kept: boolean };

const addressPage = page<AddressView>('paper/addresses');

const STAFF = ['officer', 'administrator'] as const;
const PATH = '/desk/consultations/:id/addresses';

/**
 * The sheets on which people ask for news by post. Kept as the addresses that families leave themselves: apart from
 * answers, without a time, in a transaction of its own, and without an audit row, whose time could be set beside that of
 * a paper typed in.
 */
export function registerAddressRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) =>
    showAddresses(c, await loadDesk(deps, who, param(c, 'id')), {}, c.req.query('kept') !== undefined),
  );

  site.post(STAFF, PATH, async (c, who) => {
    const desk = await loadDesk(deps, who, param(c, 'id'));
    const typed = await readForm(c);
    const fields = { email: '', phone: '', name: one(typed, 'name'), post: one(typed, 'post') };
    const read = readContact('post', fields, isAddress);
    if (!read.ok) return showAddresses(c, desk, typed, false, errorsIn(deps, read.errors));
    const contact = { id: randomId(), consultation_id: desk.id, way: 'post', name: read.name, address: read.address };
    await deps.db.write.transaction().execute(tx => addContact(tx, contact));
    return c.redirect(`${desk.base}/addresses?kept=1`, 303);
  });
}

const errorsIn = ({ say }: Deps, errors: Record<string, ContactError>): FieldErrors =>
  Object.fromEntries(Object.entries(errors).map(([field, name]) => [field, say(`responses.news.error-${name}`)]));

function showAddresses(c: Ctx, desk: Desk, typed: Typed, kept: boolean, errors: FieldErrors = {}): Promise<Response> {
  const view = { desk, values: { name: one(typed, 'name'), post: one(typed, 'post') }, kept };
  return addressPage(c, view, { title: `Addresses by post: ${desk.head.title}`, area: 'desk', errors });
}
