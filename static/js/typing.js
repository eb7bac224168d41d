/* Typing in a paper: figures choose the answer with that figure, 0 the one that can't be read, Enter goes on. */
(() => {
  document.addEventListener('keydown', event => {
    const question = event.target.closest?.('[data-typing]');
    if (!question || event.ctrlKey || event.altKey || event.metaKey || event.target.matches('textarea,select')) return;
    const writes = event.target.matches('input:not([type=radio],[type=checkbox])');
    const choices = question.querySelectorAll('.answers input');
    if (event.key === 'Enter') goOn();
    else if (!writes && event.key === '0') question.querySelector('[name=unreadable]').click();
    else if (!writes && choices[event.key - 1]) choose(choices[event.key - 1]);
    else return;
    event.preventDefault();

    function choose(choice) {
      choice.click();
      if (choice.type === 'radio') goOn();
      else choice.focus();
    }

    function goOn() {
      const next = question.nextElementSibling;
      next?.querySelector('input,select,textarea,button')?.focus();
    }
  });
})();
