// Choosing another kind of field shows what belongs to it; what was typed stays.

document.querySelectorAll('select[data-again]').forEach((select) =>
  select.addEventListener('change', () => select.form.requestSubmit(select.form.querySelector('[name=again]'))));
