/*
 * Draws the bars of each table inside [data-chart] with Chart.js, exactly where the table's own bars stand. The table says
 * it all, so the canvas is hidden from screen readers, and without this file the table keeps bars of its own.
 */
(() => {
  const charts = new Map(); // place → { chart, layer, watch }
  const SHARE = 1; // the whole width: everybody who answered

  function draw(place) {
    const layer = document.createElement('div');
    const canvas = document.createElement('canvas');
    layer.className = 'chart-layer';
    layer.setAttribute('aria-hidden', 'true');
    layer.append(canvas);
    place.append(layer);
    place.dataset.drawn = 'yes';
    const chart = new Chart(canvas, settings(place, layer));
    const watch = new ResizeObserver(() => requestAnimationFrame(() => fit(place)));
    charts.set(place, { chart, layer, watch });
    watch.observe(place);
  }

  /* Where the bars stand now: the layer covers them all, each bar keeps its own height in it. */
  function measure(place, layer) {
    const frame = place.getBoundingClientRect();
    const bars = [...place.querySelectorAll('.bar')].map(bar => {
      const { left, top, width, height } = bar.getBoundingClientRect();
      const share = parseFloat(bar.firstElementChild.getAttribute('width')) / 100;
      return { x: share, left, width, height, top, middle: top + height / 2 };
    });
    const first = bars[0];
    const end = bars.at(-1).top + bars.at(-1).height;
    Object.assign(layer.style, {
      left: `${first.left - frame.left}px`,
      top: `${first.top - frame.top}px`,
      width: `${first.width}px`,
      height: `${end - first.top}px`,
    });
    return {
      rows: bars.map(bar => ({ x: bar.x, y: bar.middle - first.top })),
      high: end - first.top,
      thick: first.height,
    };
  }

  function settings(place, layer) {
    const { rows, high, thick } = measure(place, layer);
    return {
      type: 'bar',
      data: {
        datasets: [
          {
            data: rows,
            barThickness: thick,
            borderRadius: 2,
            backgroundColor: colour(place),
            grouped: false,
            clip: false,
          },
        ],
      },
      options: {
        indexAxis: 'y',
        parsing: false,
        animation: false,
        responsive: true,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: 0, autoPadding: false },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
        scales: {
          x: { min: 0, max: SHARE, display: false },
          y: { type: 'linear', offset: false, min: 0, max: high, reverse: true, display: false },
        },
      },
    };
  }

  const colour = place => getComputedStyle(place.querySelector('.bar')).color;

  function fit(place) {
    const { chart, layer } = charts.get(place) ?? {};
    if (!chart || !place.isConnected) return;
    const { rows, high, thick } = measure(place, layer);
    const [bars] = chart.data.datasets;
    Object.assign(bars, { data: rows, barThickness: thick, backgroundColor: colour(place) });
    chart.options.scales.y.max = high;
    chart.resize();
    chart.update('none');
  }

  function page() {
    for (const [place, { chart, watch }] of charts) {
      if (place.isConnected) continue;
      watch.disconnect();
      chart.destroy();
      charts.delete(place);
    }
    for (const place of document.querySelectorAll('[data-chart]')) {
      if (!charts.has(place) && place.querySelector('.bar')) draw(place);
    }
  }

  document.addEventListener('said:page', page);
  page();
})();
