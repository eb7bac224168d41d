/*
 * Typing in a paper: figures choose the answer with that figure, 0 says that it can't be read (in a box for words, Alt and
 * 0), Enter goes on. As those keys do it, the boxes 'Could not read it' are no stops on the way to the next question.
 */
(() => {
  document.addEventListener('keydown', event => {
    const { target, key } = event;
    const question = target.closest?.('[data-typing]');
    if (!question || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const writes = target.matches('textarea,input:not([type=radio],[type=checkbox])');
    const choices = question.querySelectorAll('.answers input');
    if (event.code === 'Digit0' && (event.altKey || !writes)) unreadable();
    else if (event.altKey) return;
    else if (key === 'Enter' && !target.matches('textarea')) goOn();
    else if (target.matches('select') && target.options.length <= 10 && target.options[key]) pick(target);
    else if (!writes && choices[key - 1]) choose(choices[key - 1]);
    else return;
    event.preventDefault();

    function unreadable() {
      const box = question.querySelector('[name=unreadable]');
      box.click();
      box.focus();
    }

    function choose(choice) {
      choice.click();
      if (choice.type === 'radio') goOn();
      else choice.focus();
    }

    function pick(list) {
      list.selectedIndex = key;
      const lists = [...question.querySelectorAll('select')];
      const next = lists[lists.indexOf(list) + 1];
      if (next) next.focus();
      else goOn();
    }

    function goOn() {
      const next = question.nextElementSibling;
      next?.querySelector('input,select,textarea,button')?.focus();
    }
  });

  document.addEventListener('said:page', begin);
  begin();

  function begin() {
    for (const box of document.querySelectorAll('[data-typing] [name=unreadable]')) box.tabIndex = -1;
    const start = document.querySelector('[data-start]')?.dataset.start;
    if (start && !document.querySelector('#error-summary,[data-here]')) document.getElementById(start)?.focus();
  }
})();
