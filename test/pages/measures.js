/* Runs inside the page that is looked at. `measure()` gives lists of lines; an empty list is good. */
globalThis.measure = () => {
  const $$ = selector => [...document.querySelectorAll(selector)];
  const root = document.documentElement;
  const shown = e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 0;
  const isAside = e => e.closest('.visually-hidden, .skip-link, svg, canvas, .table-region, option');
  const nameOf = e => {
    const words = (e.getAttribute('aria-label') ?? e.textContent).trim().replace(/\s+/g, ' ').slice(0, 30);
    return `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''}${e.className ? `.${e.className}` : ''} '${words}'`;
  };
  const worst = list => [...new Set(list)].slice(0, 8);

  // Nothing may scroll sideways but a table in a region that has a name and takes the focus.
  const sideways = () => {
    const width = root.clientWidth;
    const out = $$('body *').filter(e => !isAside(e) && shown(e) && e.getBoundingClientRect().right > width + 1);
    const scrolls = $$('body *').filter(e => {
      const { overflowX } = getComputedStyle(e);
      return /auto|scroll/.test(overflowX) && e.scrollWidth > e.clientWidth + 1 && !e.matches('textarea');
    });
    const isRegion = e =>
      e.matches('section.table-region[tabindex="0"]') &&
      (e.getAttribute('aria-label') || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent.trim());
    const page = root.scrollWidth > width ? [`the page is ${root.scrollWidth} wide in ${width}`] : [];
    const unnamed = scrolls.filter(e => !isRegion(e)).map(e => `scrolls alone: ${nameOf(e)}`);
    return worst([...(page.length ? [...page, ...out.map(nameOf)] : []), ...unnamed]);
  };

  const headings = () =>
    $$('h1, h2, h3, h4, h5, h6')
      .filter(shown)
      .map(e => Number(e.tagName[1]));
  const headingFaults = () => {
    const levels = headings();
    const skips = levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).map(level => `skips to h${level}`);
    const count = levels.filter(level => level === 1).length;
    return count === 1 ? skips : [`${count} h1s`, ...skips];
  };

  // WCAG 2.2, 2.5.8: 24 by 24 CSS px. Families' answers are held to 44; the desk, where officers mark hundreds of
  // comments, is denser. A link inside a sentence is let off, as in WCAG.
  const isInSentence = e => {
    const block = e.closest('p, li, dd, td, blockquote');
    return e.matches('a') && block && block.textContent.trim().length > e.textContent.trim().length + 3;
  };
  const small = () => {
    const size = e => {
      const { width, height } = e.getBoundingClientRect();
      return Math.min(width, height);
    };
    const controls = $$('a[href], button, input:not([type=hidden]), select, textarea, summary').filter(shown);
    const alone = controls.filter(e => !e.closest('label.answer, .skip-link, .visually-hidden') && !isInSentence(e));
    const low = alone.filter(e => size(e) < 24).map(e => `${nameOf(e)} is ${size(e)} px`);
    const answers = $$('[data-area=public] label.answer').filter(
      e => shown(e) && e.getBoundingClientRect().height < 44,
    );
    return worst([...low, ...answers.map(e => `an answer is under 44 px: ${nameOf(e)}`)]);
  };

  // What is typed into a field scrolls inside it.
  const clipped = () => {
    const hides = e => {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(e);
      const cut = value => value === 'hidden' || value === 'clip';
      if (textOverflow === 'ellipsis' && e.scrollWidth > e.clientWidth + 1) return true;
      if (cut(overflowX) && e.scrollWidth > e.clientWidth + 1) return true;
      return cut(overflowY) && e.scrollHeight > e.clientHeight + 1;
    };
    return worst(
      $$('body *')
        .filter(e => !isAside(e) && !e.matches('input, textarea') && shown(e) && e.clientWidth > 0 && hides(e))
        .map(nameOf),
    );
  };

  // Two controls, neither inside the other, that share more than a hair's breadth.
  const overlapping = () => {
    const controls = $$(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, h1, h2, h3, label.answer',
    );
    const boxes = controls.filter(e => shown(e) && !isAside(e)).map(e => ({ e, box: e.getBoundingClientRect() }));
    const share = (a, b) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
    // A link over two lines has a box as wide as both: its lines are what counts. And a font's own box is higher than its
    // line, so that those of two lines reach into one another where no letter does.
    const linesOf = e => {
      const { display, lineHeight } = getComputedStyle(e);
      const spare = box => (display === 'inline' ? Math.max(0, box.height - parseFloat(lineHeight)) / 2 : 0);
      return [...e.getClientRects()].map(box => {
        const { left, right, top, bottom } = box;
        return { left, right, top: top + spare(box), bottom: bottom - spare(box) };
      });
    };
    const meet = (a, b) => linesOf(a).some(one => linesOf(b).some(two => share(one, two)));
    const faults = [];
    boxes.forEach((a, i) => {
      for (const b of boxes.slice(i + 1)) {
        if (!share(a.box, b.box) || a.e.contains(b.e) || b.e.contains(a.e)) continue;
        if (meet(a.e, b.e)) faults.push(`${nameOf(a.e)} lies over ${nameOf(b.e)}`);
      }
    });
    return worst(faults);
  };

  // WCAG 1.4.3 and 1.4.11: words against what they stand on, and the edges of boxes to type in.
  const pale = () => {
    const read = text => {
      const [r, g, b, alpha = 1] = text.match(/[\d.]+(?:e-?\d+)?/g).map(Number);
      return text.startsWith('color(') ? [r * 255, g * 255, b * 255, alpha] : [r, g, b, alpha];
    };
    const over = ([r, g, b, alpha], [r2, g2, b2]) => {
      const mix = (one, two) => one * alpha + two * (1 - alpha);
      return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
    };
    const grounds = new Map([[null, [255, 255, 255, 1]]]);
    const groundOf = e => {
      if (!grounds.has(e)) {
        const ground = read(getComputedStyle(e).backgroundColor);
        grounds.set(e, ground[3] === 1 ? ground : over(ground, groundOf(e.parentElement)));
      }
      return grounds.get(e);
    };
    const light = ([r, g, b]) => {
      const [x, y, z] = [r, g, b]
        .map(each => each / 255)
        .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ratio = (colour, ground) => {
      const [high, low] = [light(over(read(colour), ground)), light(ground)].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    const says = e => [...e.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const words = $$('body *').filter(
      e => says(e) && shown(e) && !e.closest('svg, script, .visually-hidden, [aria-disabled], :disabled'),
    );
    const faint = words.filter(e => {
      const { color, fontSize, fontWeight } = getComputedStyle(e);
      const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
      return ratio(color, groundOf(e)) < (isLarge ? 3 : 4.5);
    });
    const boxes = $$('input.input, textarea, select').filter(shown);
    const edgeless = boxes.filter(e => ratio(getComputedStyle(e).borderBlockStartColor, groundOf(e.parentElement)) < 3);
    return worst([...faint.map(e => `${nameOf(e)} is pale`), ...edgeless.map(e => `${nameOf(e)} has a pale edge`)]);
  };

  const paleInEveryLook = () => {
    const own = root.dataset.look;
    const found = ['paper', 'cream', 'dark', 'contrast'].flatMap(look => {
      root.dataset.look = look;
      return pale().map(line => `${look}: ${line}`);
    });
    root.dataset.look = own;
    return found;
  };

  // Forced colours take backgrounds and shadows away: a border or an outline must remain.
  const unbounded = () => {
    const edge = e => {
      const style = getComputedStyle(e);
      return style.borderTopStyle !== 'none' || style.borderBottomStyle !== 'none' || style.outlineStyle !== 'none';
    };
    const native = 'input[type=hidden], input[type=radio], input[type=checkbox]';
    const boxes = $$('input, select, textarea, .button').filter(e => !e.matches(native) && shown(e));
    return worst(boxes.filter(e => !edge(e)).map(e => `${nameOf(e)} has no edge`));
  };

  // What the keys come to has a ring, drawn round the control or round the label that holds it (WCAG 2.4.7).
  const ringless = () => {
    const ring = e => getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
    const stops = $$('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]');
    const bare = stops.filter(shown).filter(e => {
      e.focus({ focusVisible: true, preventScroll: true });
      return document.activeElement === e && ![e, e.closest('label')].some(each => each && ring(each));
    });
    document.activeElement.blur();
    const jumps = $$('[tabindex]')
      .filter(e => e.tabIndex > 0)
      .map(e => `${nameOf(e)} jumps the queue`);
    return worst([...bare.map(e => `${nameOf(e)} has no ring`), ...jumps]);
  };

  const moving = () => {
    const runs = e => {
      const { transitionDuration, animationName } = getComputedStyle(e);
      // What stands inside a player has no style at all.
      return (
        !['', 'none'].includes(animationName) || transitionDuration.split(',').some(each => parseFloat(each) > 0.01)
      );
    };
    return worst($$('body, body *').filter(runs).map(nameOf));
  };

  // What nobody can use without scripts may be shown by them: print and copy.
  const text = () => {
    const extras = $$('[data-print], [data-copy]').filter(e => !e.hidden);
    for (const e of extras) e.hidden = true;
    const words = document.querySelector('main').innerText.replace(/\s+/g, ' ').trim();
    for (const e of extras) e.hidden = false;
    return words;
  };

  // After something was done the focus is somewhere, where it can be seen, and never on the body (WCAG 2.4.11).
  const unfocused = () => {
    if (!globalThis.acted) return [];
    const at = document.activeElement;
    if (at === document.body) return ['the focus is on the body'];
    const { top, bottom, left, right } = (at.closest('label') ?? at).getBoundingClientRect();
    const seen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return seen ? [] : [`the focus is out of view, on ${nameOf(at)}`];
  };

  // What a screen reader must have to say: each group's question, and the hints and errors that stand at fields.
  const spoken = () => {
    const textOf = e => e.textContent.replace(/\s+/g, ' ').trim();
    const groups = $$('main fieldset').filter(shown);
    const questions = groups.map(e => textOf(e.querySelector('legend') ?? e)).filter(Boolean);
    const notes = $$('main .field [id$="-hint"], main .field [id$="-error"]').filter(shown).map(textOf);
    return { questions, notes };
  };

  // Where one is of several (the page of a menu that one is on), forced colours must show it too.
  const unmarked = () => {
    const looks = e => {
      const style = getComputedStyle(e);
      const edges = [style.borderBlockStartWidth, style.borderBlockEndWidth, style.borderInlineStartWidth];
      return [...edges, style.fontWeight, style.textDecorationLine, style.outlineStyle].join(' ');
    };
    return worst(
      $$('a[aria-current]').flatMap(e => {
        const others = [...e.closest('ul, ol, nav').querySelectorAll('a:not([aria-current])')];
        return others.some(other => looks(other) === looks(e)) ? [`${nameOf(e)} looks like the others`] : [];
      }),
    );
  };

  // The way that the page's language is read: radios and boxes stand before their words, and lines begin at that side.
  const misdirected = () => {
    const expected = ['ar', 'fa', 'he', 'ur'].includes(root.lang.split('-')[0]) ? 'rtl' : 'ltr';
    if (root.dir !== expected) return [`the page in '${root.lang}' is ${root.dir || 'of no direction'}`];
    const before = (a, b) => (expected === 'rtl' ? a.left >= b.right - 1 : a.right <= b.left + 1);
    const faults = $$('label.answer').flatMap(e => {
      const [box, words] = [e.querySelector('input'), e.querySelector('.answer-words')];
      if (!box || !words || !shown(words) || getComputedStyle(e).direction !== expected) return [];
      return before(box.getBoundingClientRect(), words.getBoundingClientRect())
        ? []
        : [`${nameOf(e)} stands after its words`];
    });
    const aside = $$('main p, main li, main h1, main h2, main legend, main label')
      .filter(shown)
      .filter(e => {
        const { direction, textAlign } = getComputedStyle(e);
        return textAlign === (direction === 'rtl' ? 'left' : 'right');
      });
    return worst([...faults, ...aside.map(e => `${nameOf(e)} begins at the wrong side`)]);
  };

  const faults = () =>
    Object.entries({ sideways, clipped, overlapping }).flatMap(([kind, find]) =>
      find().map(line => `${kind}: ${line}`),
    );

  // WCAG 1.4.12: with the spacing that somebody may set, on text twice as large.
  const faultsSpacedOut = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'html{font-size:200%!important}' +
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}' +
        'p{margin-block-end:2em!important}',
    );
    document.adoptedStyleSheets = [sheet];
    const found = faults();
    document.adoptedStyleSheets = [];
    return found;
  };

  return {
    ...{ faults, faultsSpacedOut, small, unbounded, unmarked, ringless, moving, headingFaults, text },
    ...{ unfocused, spoken, misdirected, paleInEveryLook },
  };
};
