/*
 * What htmx leaves to do. Every page works without this file.
 * Other scripts (charts) draw once when they load, and again at each 'said:page' event on document.
 */
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = selector => document.querySelectorAll(selector);
  let lost = false; // whether a swap is about to take the focused element away

  /* Forms and links that must leave by the front door: downloads, and whatever is marked. */
  document.addEventListener('htmx:before:init', event => {
    if (event.target.closest('[data-no-boost]')) event.preventDefault();
  });

  /* A file instead of a page: fetch it the usual way. A page that never came: say so. */
  document.addEventListener('htmx:before:response', event => {
    const { ctx } = event.detail;
    const type = ctx.response.headers.get('content-type') ?? '';
    if (type.startsWith('text/html') || [204, 304].includes(ctx.response.status)) return;
    event.preventDefault();
    unreachable(ctx);
  });
  document.addEventListener('htmx:error', event => {
    if (event.detail.ctx) unreachable(event.detail.ctx);
  });

  function unreachable(ctx) {
    // What is checked as somebody types is checked again when it is saved.
    if (ctx.sourceElement?.matches('[data-quiet]')) return;
    if (ctx.request.method === 'GET') return location.assign(ctx.request.action);
    const old = $('#unreachable');
    if (old) old.remove();
    const notice = document.createElement('div');
    notice.id = 'unreachable';
    notice.className = 'notice';
    notice.dataset.kind = 'warning';
    notice.tabIndex = -1;
    notice.append(Object.assign(document.createElement('p'), { textContent: document.body.dataset.unreachable }));
    $('main').prepend(notice);
    notice.focus();
  }

  /* The head and the root of the new page: language, reading settings, style, extra scripts. htmx takes the body alone. */
  document.addEventListener('htmx:before:swap', event => {
    const { ctx } = event.detail;
    lost = ctx.target?.contains?.(document.activeElement) && document.activeElement !== document.body;
    if (ctx.target !== document.body) return;
    const page = new DOMParser().parseFromString(ctx.text.split(/<body/i, 1)[0], 'text/html');
    const root = page.documentElement;
    for (const { name, value } of root.attributes) document.documentElement.setAttribute(name, value);
    const style = $('link[rel=stylesheet]');
    const newStyle = $('link[rel=stylesheet]', page)?.getAttribute('href');
    if (newStyle && newStyle !== style.getAttribute('href')) style.href = newStyle;
    for (const { src } of page.scripts) {
      if (![...document.scripts].some(script => script.src === src)) {
        document.head.append(Object.assign(document.createElement('script'), { src, async: false }));
      }
    }
  });

  /*
   * A form that came back with errors still stands at its page's address: where it was sent to may be no page to load
   * again. The same address again is no new step for the Back button.
   */
  document.addEventListener('htmx:before:history:update', event => {
    const { history: step, response } = event.detail;
    if (response?.status === 422) return event.preventDefault();
    if (step.path === location.pathname + location.search) step.type = 'replace';
  });

  /* Focus is never left on body: on the errors, where the address points, or on the heading of the new page. */
  document.addEventListener('htmx:finally:swap', event => {
    const { ctx } = event.detail;
    // Before the focus moves: what this shows would push the heading out of view again.
    showTools();
    if (ctx.target === document.body) {
      announce(document.title);
      arrive();
    } else if (lost && document.activeElement === document.body && ctx.target?.isConnected) {
      focus(ctx.target);
    }
    ready();
  });

  function arrive() {
    const errors = $('#error-summary');
    // A fetched page has lost the '#' of a redirect, so the place to go on from may be marked in the page as well.
    const there = $('[data-here]') || (location.hash && document.getElementById(location.hash.slice(1)));
    focus(errors || there || $('h1') || $('main'), Boolean(errors || there));
  }

  function focus(place, scroll = false) {
    if (!place.matches('a,button,input,select,textarea,[tabindex]')) place.tabIndex = -1;
    place.focus({ preventScroll: !scroll });
    place.scrollIntoView({ block: 'nearest' });
  }

  function announce(words) {
    const region = document.createElement('p');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
    setTimeout(() => (region.textContent = words), 150);
  }

  /* Print and copy are shown only where a script can do them. */
  function showTools() {
    for (const button of $$('[data-print][hidden],[data-copy][hidden]')) button.hidden = false;
  }

  function ready() {
    showTools();
    $$('[data-pick-once]').forEach(pickOnce);
    document.dispatchEvent(new CustomEvent('said:page'));
  }

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-print],[data-copy]');
    if (!button) return;
    if (button.hasAttribute('data-print')) return print();
    const from = $(button.dataset.copy);
    const words = from.value ?? from.textContent.trim();
    try {
      await navigator.clipboard.writeText(words);
      announce(button.dataset.copied);
      button.textContent = button.dataset.copied;
    } catch {
      // How to do it by hand shows in the button's place.
      button.hidden = true;
      focus(from);
      getSelection().selectAllChildren(from);
      announce($('.private-link:has(> :focus) + .by-hand').textContent);
    }
  });

  /*
   * What was typed and not sent is not lost without a word. The browser asks, so whatever leads away leaves as it would
   * without htmx: links, and forms other than this one. Back and Continue send it.
   */
  const unsent = () => $('form[data-changed]:not([data-sending])');
  document.addEventListener(
    'input',
    ({ target }) => target.form?.matches('[data-ask]') && (target.form.dataset.changed = ''),
  );
  addEventListener('beforeunload', event => unsent() && event.preventDefault());
  document.addEventListener(
    'click',
    event => {
      const link = event.target.closest('a[href]');
      if (link?.matches('[data-exit],[data-leave]'))
        $$('form[data-changed]').forEach(form => delete form.dataset.changed);
      else if (link && unsent()) event.stopPropagation();
    },
    true,
  );
  document.addEventListener(
    'submit',
    event => {
      const { target, submitter } = event;
      if (!unsent() || target === unsent()) return;
      if (target.matches('.shared')) return delete unsent().dataset.changed;
      event.stopImmediatePropagation();
      if (!target.matches('.languages') || target.dataset.tried) return;
      event.preventDefault();
      saveFirst(unsent()).then(() => leaveBy(target, submitter));
    },
    true,
  );

  /* The same question in another language keeps what was typed. Where it can't be saved, the browser asks. */
  async function saveFirst(form) {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: 'POST', body }).catch(() => null);
    if (answer?.ok && answer.redirected) delete form.dataset.changed;
  }
  function leaveBy(form, submitter) {
    form.dataset.tried = 'yes';
    form.requestSubmit(submitter);
    delete form.dataset.tried;
  }

  /* A choice that is taken out leaves its question open. */
  document.addEventListener('click', event => {
    const form = event.target.closest('[data-clear]')?.form;
    const chosen = form && $('.answers :checked', form);
    if (!chosen) return;
    event.preventDefault();
    chosen.checked = false;
    chosen.dispatchEvent(new Event('input', { bubbles: true }));
    chosen.focus();
  });

  /* What is picked in one list of a top three can't be picked in another; a list keeps what it shows. */
  document.addEventListener('change', event => pickOnce(event.target.closest('[data-pick-once]')));
  function pickOnce(group) {
    const lists = [...(group?.querySelectorAll('select') ?? [])];
    for (const list of lists) {
      const taken = lists.map(({ value }) => value).filter(value => value && value !== list.value);
      for (const option of list.options) option.disabled = taken.includes(option.value);
    }
  }

  /* Pressing twice sends once. */
  document.addEventListener(
    'submit',
    event => {
      const form = event.target;
      if (form.dataset.sending) {
        event.preventDefault();
        event.stopImmediatePropagation();
        return;
      }
      if (form.method !== 'post') return;
      form.dataset.sending = 'yes';
      event.submitter?.setAttribute('aria-disabled', 'true');
      if (form.closest('[data-no-boost]')) setTimeout(() => again(form), 5000);
    },
    true,
  );
  document.addEventListener('htmx:finally:request', event => {
    const form = event.detail.ctx.request.form;
    if (form) again(form);
  });
  addEventListener('pageshow', () => $$('form[data-sending]').forEach(again));

  function again(form) {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll('[aria-disabled]')) button.removeAttribute('aria-disabled');
  }

  /* Away at once: this page leaves the history too. */
  document.addEventListener('click', event => {
    const exit = event.target.closest('[data-exit]');
    if (!exit || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    location.replace(exit.href);
  });

  /*
   * A device that many people share: a minute before it forgets, it asks whether somebody is still there. Whoever presses
   * anything has as long again, and the server hears of it at most once a minute.
   */
  let pressed = Date.now();
  let told = pressed;
  for (const kind of ['keydown', 'pointerdown', 'input']) {
    document.addEventListener(kind, stillHere, { capture: true, passive: true });
  }
  document.addEventListener('said:page', stillHere);
  setInterval(() => {
    const shared = $('[data-shared]');
    if (!shared) return;
    const left = pressed + shared.dataset.shared * 60_000 - Date.now();
    if (left <= 0) {
      pressed = Date.now();
      $('#still-there').close();
      shared.requestSubmit();
    } else if (left <= 60_000 && !$('#still-there').open) $('#still-there').showModal();
  }, 1000);

  function stillHere() {
    const shared = $('[data-shared]');
    pressed = Date.now();
    if (!shared) return;
    $('#still-there').close();
    if (pressed - told < 60_000) return;
    told = pressed;
    fetch(shared.dataset.alive);
  }

  if ($('#error-summary')) arrive();
  ready();
})();
