// What every page does: the summary of errors takes focus, on load and after htmx has put a form in place;
// a search by htmx leaves fields that say nothing out of its address; a part that could not come says why;
// a preview is fetched from its host when someone asks for it; an open menu closes by Escape, or when one goes elsewhere.
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
  // A preview at a host of films comes when it is asked for, in place of the question.
  document.addEventListener("click", (event) => {
    const asked = event.target.closest("a[data-player]");
    if (!asked || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = Object.assign(document.createElement("iframe"), {
      src: asked.dataset.player, title: asked.dataset.title, className: "preview-film", allowFullscreen: true,
      referrerPolicy: "strict-origin-when-cross-origin", // YouTube plays nothing without it
    });
    asked.closest(".preview-ask").replaceChildren(frame);
    frame.focus();
  });
  const openMenu = () => document.querySelector(".site-menu[open]");
  document.addEventListener("keydown", (event) => {
    const menu = openMenu();
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  for (const kind of ["click", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const menu = openMenu();
      if (menu && !menu.contains(event.target)) menu.open = false;
    });
  }
})();
