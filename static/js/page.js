// What every page does: the summary of errors takes focus, on load and after htmx has put a form in place.
(() => {
  const focusErrors = (root) => root.querySelector("[data-takes-focus]")?.focus();
  focusErrors(document);
  document.body.addEventListener("htmx:afterSettle", (event) => focusErrors(event.detail.elt));
})();
