import { join } from 'node:path';
import { Eta } from 'eta';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldErrors } from './forms.ts';
import type { Ctx } from './context.ts';

/** Renders a template of `views/` to HTML. `it` is what the template sees. */
export type Renderer = (template: string, it: object, c: Ctx) => Promise<string>;

export type PageOptions = {
  /** The page's own title, without the site's name. Unique within a journey. */
  title: string;
  status?: ContentfulStatusCode;
  errors?: FieldErrors;
  area?: 'public' | 'desk' | 'board' | 'forum' | 'admin' | 'plain';
  /** More scripts than the one every page has, by asset name. */
  scripts?: readonly string[];
};

/** One typed function a template. A page with errors is 422, and its title says so. */
export function page<View extends object>(template: string) {
  return async (c: Ctx, view: View, options: PageOptions): Promise<Response> => {
    const errors = options.errors ?? {};
    const hasErrors = Object.keys(errors).length > 0;
    const it = { area: 'public', scripts: [], ...options, ...view, errors, hasErrors };
    return c.html(await c.get('render')(template, it, c), options.status ?? (hasErrors ? 422 : 200));
  };
}

/** A part of a page, for htmx: the same partial that the page includes. */
export function fragment<View extends object>(template: string) {
  return async (c: Ctx, view: View): Promise<Response> => c.html(await c.get('render')(template, view, c));
}

/** The one Eta of the process. Templates are compiled once. */
export function createTemplates(): { render(template: string, it: object): string } {
  return new Eta({
    views: join(import.meta.dirname, '../../views'),
    cache: true,
    autoFilter: true,
    filterFunction: value => (value === undefined || value === null ? '' : String(value)),
  });
}
