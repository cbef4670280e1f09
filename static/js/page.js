// What every page does: the summary of errors takes focus, on load and after htmx has put a form in place;
// a search by htmx leaves fields that say nothing out of its address.
(() => {
  const focusErrors = (root) => root.querySelector("[data-takes-focus]")?.focus();
  focusErrors(document);
  document.body.addEventListener("htmx:afterSettle", (event) => focusErrors(event.detail.elt));
  document.body.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.verb !== "get") return;
    for (const [name, value] of [...detail.formData.entries()]) if (value === "") detail.formData.delete(name);
  });
})();
