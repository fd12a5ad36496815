// The shop's own few lines: the snippet's queue, and a cart that only counts.
(function (window, document) {
  'use strict';

  window.alap = window.alap || function () { (window.alap.q = window.alap.q || []).push(arguments); };

  function count() {
    try { return Number(localStorage.getItem('demo:cart')) || 0; } catch (_) { return 0; }
  }

  function show() {
    var output = document.getElementById('cart-count');
    if (output) output.textContent = new Intl.NumberFormat(output.dataset.lang === 'bn' ? 'bn-BD' : 'en').format(count());
  }

  document.addEventListener('DOMContentLoaded', show);
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-cart],[data-ask],[data-measured]');
    if (!button) return;
    if (button.dataset.measured) return void (button.nextElementSibling.textContent = button.dataset.measured);
    if (button.hasAttribute('data-ask')) return window.alap('open');
    try { localStorage.setItem('demo:cart', count() + 1); } catch (_) { /* Counts for this page only. */ }
    show();
    var note = document.querySelector('[data-added]');
    if (note) note.textContent = note.dataset.added;
    window.alap('cart', button.getAttribute('data-cart'));
  });
})(window, document);
