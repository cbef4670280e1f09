// What the office's forms lack: a name for the boxes that select2 puts in place of a choice, and for Django's hints to a filter.
(() => {
  const nameOf = (select) => select.getAttribute("aria-label") ?? select.labels[0]?.textContent.trim().replace(/[:：]$/, "");
  const nameBox = (box) => {
    const select = box.previousElementSibling;
    const name = select?.matches("select") && nameOf(select);
    if (!name) return;
    const choice = box.querySelector(".select2-selection--single");
    if (choice) {
      const shown = choice.querySelector(".select2-selection__rendered");
      choice.id = `${shown.id}-choice`;
      choice.setAttribute("aria-labelledby", `${choice.id} ${shown.id}`);
      choice.setAttribute("aria-label", name);
      shown.setAttribute("aria-labelledby", choice.id);
    } else {
      box.querySelector(".select2-selection").setAttribute("aria-label", name);
      box.querySelector(".select2-search__field").setAttribute("aria-label", name);
      box.querySelector(".select2-selection__rendered").setAttribute("role", "presentation"); // holds more than list items
    }
  };
  const fix = () => {
    document.querySelectorAll(".select2-container:not([data-named])").forEach((box) => {
      box.dataset.named = "";
      nameBox(box);
    });
    document.querySelectorAll("th.original:empty").forEach((head) => {
      head.replaceWith(Object.assign(document.createElement("td"), { className: "original" })); // heads nothing
    });
    // On a phone the cells of a row stand one below the other (office.css), each under the head of its column.
    document.querySelectorAll(".tabular table:not(.office-labelled)").forEach((table) => {
      table.classList.add("office-labelled");
      for (const row of table.querySelectorAll("tbody > tr.form-row")) {
        for (const cell of row.cells) cell.dataset.head = table.tHead.rows[0].cells[cell.cellIndex]?.textContent.trim() ?? "";
      }
    });
    document.querySelectorAll(".help-tooltip[aria-label]:not([role])").forEach((hint) => hint.setAttribute("role", "img"));
  };
  new MutationObserver(fix).observe(document.documentElement, { childList: true, subtree: true });
  fix();
})();
