// What every page does: the summary of errors takes focus, on load and after htmx has put a form in place;
// a search by htmx leaves fields that say nothing out of its address; a part that could not come says why.
(() => {
  const focusErrors = (root) => root.querySelector("[data-takes-focus]")?.focus();
  focusErrors(document);
  document.body.addEventListener("htmx:afterSettle", (event) => focusErrors(event.detail.elt));
  document.body.addEventListener("htmx:configRequest", ({ detail }) => {
    if (detail.verb !== "get") return;
    for (const [name, value] of [...detail.formData.entries()]) if (value === "") detail.formData.delete(name);
  });
  const busy = Object.assign(document.createElement("p"), { className: "alert alert-warning" });
  busy.setAttribute("role", "status");
  document.body.addEventListener("htmx:responseError", ({ detail }) => {
    if (detail.xhr.status !== 503) return;
    document.querySelector("main .frame")?.prepend(busy);
    busy.textContent = detail.xhr.responseText.trim();
  });
  document.body.addEventListener("htmx:afterOnLoad", ({ detail }) => {
    if (detail.xhr.status < 400) busy.remove();
  });
})();
