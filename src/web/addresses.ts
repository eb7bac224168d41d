import { htmlOf } from '../words/written-rules.ts';

/** An address as HTML. Where it is too long for its line it breaks behind one of its own marks. */
export const addressHtml = (address: string): string => htmlOf(address).replace(/\/+|[@-]|\.(?=\w)/g, '$&<wbr>');

const EMAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const PHONE = String.raw`(?<![\w+])(?:\+\d{2}|0)[\d ]{8,13}\d(?!\w)`;
const WAYS = new RegExp(`${EMAIL}|${PHONE}`, 'g');

/** Words of a link, in which phone numbers stay in one piece and in their own direction. */
export const withWholeNumbers = (html: string): string =>
  html.replace(new RegExp(PHONE, 'g'), number => `<bdi class="nowrap" dir="ltr">${number}</bdi>`);

/** HTML without links, in which email addresses and phone numbers become some: a press writes or calls. */
export const withContactLinks = (html: string): string =>
  html.replace(WAYS, way =>
    way.includes('@')
      ? `<a dir="ltr" href="mailto:${way}">${addressHtml(way)}</a>`
      : `<a class="nowrap" dir="ltr" href="tel:${way.replaceAll(' ', '')}">${way}</a>`,
  );
