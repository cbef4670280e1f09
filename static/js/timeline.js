// A timetable changed by hand: blocks are dragged, or moved by keys, and what they say goes into the form's fields, which
// are the only truth: the rules are asked about them by htmx, and saving sends them. Without this script one writes the fields.
(() => {
  const form = document.querySelector("[data-timetable]");
  const line = form?.querySelector(".timeline");
  if (!line) return;
  const [begins, ends] = [Number(line.dataset.begins), Number(line.dataset.ends)];
  const [step, day] = [5, 24 * 60];
  const rows = [...line.querySelectorAll(".timeline-row")];
  const drawn = [...line.querySelectorAll(".timeline-block")];
  const blocks = drawn.filter((each) => "moves" in each.dataset);
  const says = form.querySelector("[data-says]");
  const steps = [];

  const field = (block, name) => form.elements[`place-${block.dataset.index}-${name}`];
  const at = (block) => Number(block.dataset.begins);
  const text = (minute) => {
    const ofDay = ((minute % day) + day) % day;
    return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
  };
  // Days are counted in UTC, where each has 24 hours; the fields have no zone.
  const shifted = (iso, days) => new Date(Date.parse(`${iso}T00:00Z`) + days * 86400000).toISOString().slice(0, 10);
  const onDay = (block) => blocks.filter((each) => each.parentNode.dataset.day === block.parentNode.dataset.day);
  const following = (block) => onDay(block).filter((each) => at(each) >= at(block));

  const place = (block, row, minute) => {
    block.dataset.begins = minute;
    if (block.parentNode !== row) {
      const focused = document.activeElement === block;
      row.append(block);
      if (focused) block.focus();
    }
    // What is before or after the hours that are drawn stands at their edge; its clock says when it is.
    const seen = Math.min(Math.max(minute, begins), ends - 3 * step);
    block.setAttribute("x", `${(100 * (seen - begins)) / (ends - begins)}%`);
    block.querySelector(".timeline-clock").textContent = text(minute);
    name(block);
  };
  const name = (block) => {
    const row = block.parentNode.dataset;
    // What is written on the block stands in its name, word for word.
    const mark = block.querySelector(".timeline-name").firstChild.textContent.trim();
    const said = { mark, film: block.dataset.title, day: row.dayName, clock: text(at(block)), screen: row.screenName };
    block.setAttribute("aria-label", says.dataset.said.replace(/\{(\w+)\}/g, (_, key) => said[key]));
  };
  const write = (block) => {
    const row = block.parentNode.dataset;
    field(block, "day").value = shifted(row.day, Math.floor(at(block) / day));
    field(block, "clock").value = text(at(block));
    field(block, "screen").value = row.screen;
  };
  const state = () => blocks.map((block) => [block, block.parentNode, at(block)]);
  const commit = (before, block) => {
    if (before.every(([each, row, minute]) => each.parentNode === row && at(each) === minute)) return;
    steps.push(before);
    blocks.forEach(write);
    says.textContent = block.getAttribute("aria-label");
    form.dispatchEvent(new CustomEvent("arranged"));
  };
  const stepBack = () => {
    const before = steps.pop();
    if (!before) return;
    before.forEach(([block, row, minute]) => place(block, row, minute));
    blocks.forEach(write);
    says.textContent = blocks.map((block) => block.getAttribute("aria-label")).join("; ");
    form.dispatchEvent(new CustomEvent("arranged"));
  };
  // The row of a day, a clock and a screen, and the minute on it; none where that day is not drawn.
  const rowOf = (iso, clock, screen) => {
    const [hours, minutes] = clock.split(":").map(Number);
    if (!iso || Number.isNaN(hours)) return null;
    const night = hours < 6; // the day of the programme turns at six
    const row = rows.find((each) => each.dataset.screen === screen && each.dataset.day === (night ? shifted(iso, -1) : iso));
    return row ? [row, hours * 60 + minutes + (night ? day : 0)] : null;
  };
  // A field that was written moves its block, if its day has a row.
  const follow = (block) => {
    const to = rowOf(field(block, "day").value, field(block, "clock").value, field(block, "screen").value);
    if (to) place(block, ...to);
  };

  // What the rules say of a block is marked on it: by a colour, a sign, and the words of the list, which a reader of the screen hears.
  const signs = { error: "×", warning: "!" };
  const remarksOn = (block) =>
    [...form.querySelectorAll("[data-concerns]")].filter((each) => each.dataset.concerns.split(" ").includes(block.dataset.key));
  const mark = (block) => {
    const remarks = remarksOn(block);
    block.dataset.mark = remarks[0]?.dataset.level ?? ""; // the worst is the first
    block.querySelector(".timeline-sign text").textContent = signs[block.dataset.mark] ?? "";
    if (remarks.length) block.setAttribute("aria-describedby", remarks.map((each) => each.id).join(" "));
    else block.removeAttribute("aria-describedby");
  };
  const mean = (block, is) => remarksOn(block).forEach((each) => each.classList.toggle("remark-meant", is));
  // A mend that is one change of a block is made here, so that a step back undoes it; any other is sent to the server.
  const mend = (event) => {
    const button = event.target.closest(".remark-mend");
    const [key, screen] = button?.value.split("|") ?? [];
    const block = blocks.find((each) => each.dataset.key === key);
    const to = block && rowOf(button.dataset.day, button.dataset.clock, screen);
    if (!to) return;
    event.preventDefault();
    const before = state();
    place(block, ...to);
    block.focus();
    commit(before, block);
  };

  const drag = (event) => {
    const block = event.currentTarget;
    if (event.button !== 0) return;
    event.preventDefault();
    block.focus();
    block.setPointerCapture(event.pointerId);
    block.classList.add("timeline-held");
    const before = state();
    const carried = event.target.closest(".timeline-break") || event.shiftKey ? following(block) : [block];
    const from = carried.map(at);
    const perMinute = block.parentNode.getBoundingClientRect().width / (ends - begins);
    const move = (moved) => {
      const by = Math.round((moved.clientX - event.clientX) / perMinute / step) * step;
      carried.forEach((each, number) => {
        const over = rows.find((row) => {
          const box = row.getBoundingClientRect();
          return carried.length === 1 && moved.clientY >= box.top && moved.clientY < box.bottom;
        });
        place(each, over ?? each.parentNode, Math.max(begins, from[number] + by));
      });
    };
    const stop = () => {
      block.removeEventListener("pointermove", move);
      block.classList.remove("timeline-held");
      commit(before, block);
    };
    block.addEventListener("pointermove", move);
    block.addEventListener("pointerup", stop, { once: true });
    block.addEventListener("pointercancel", stop, { once: true });
  };
  const beside = (row, keep, differ, by) => {
    const others = rows.filter((each) => each.dataset[keep] === row.dataset[keep]);
    return others[others.indexOf(row) + by] ?? row;
  };
  const press = (event) => {
    const block = event.currentTarget;
    const before = state();
    const carried = event.shiftKey ? following(block) : [block];
    const row = block.parentNode;
    const by = { ArrowLeft: -step, ArrowRight: step }[event.key];
    if (by) carried.forEach((each) => place(each, each.parentNode, Math.max(begins, at(each) + by)));
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") place(block, beside(row, "day", "screen", event.key === "ArrowUp" ? -1 : 1), at(block));
    else if (event.key === "PageUp" || event.key === "PageDown") place(block, beside(row, "screen", "day", event.key === "PageUp" ? -1 : 1), at(block));
    else return;
    event.preventDefault();
    block.focus();
    commit(before, block);
  };

  for (const block of blocks) {
    block.querySelectorAll("title").forEach((each) => each.remove()); // the name takes their place
    block.setAttribute("tabindex", "0");
    block.setAttribute("role", "button");
    name(block);
    block.addEventListener("pointerdown", drag);
    block.addEventListener("keydown", press);
    for (const [begin, end] of [["focus", "blur"], ["pointerenter", "pointerleave"]]) {
      block.addEventListener(begin, () => mean(block, true));
      block.addEventListener(end, () => mean(block, false));
    }
  }
  drawn.forEach(mark);
  form.querySelector("#opinion").addEventListener("htmx:afterSwap", () => drawn.forEach(mark));
  form.addEventListener("click", mend);
  form.addEventListener("keydown", (event) => {
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.target.matches("input, select")) return;
    event.preventDefault();
    stepBack();
  });
  form.addEventListener("change", () => blocks.forEach(follow));
  form.querySelector("[data-step-back]").addEventListener("click", stepBack);
  form.querySelectorAll("[data-with-script]").forEach((each) => { each.hidden = false; });
})();
