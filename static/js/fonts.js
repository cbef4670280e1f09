// Chinese that no cut of ours has (setup/assets/fonts.py) is set from the whole font's slices. Their list is long, so it is asked for
// only by a page that shows such a character: in what the page says at first, and in what htmx puts into it.
(() => {
  const { slices } = document.currentScript.dataset;
  const han = /[\u2e80-\u9fff\uf900-\ufaff]/gu;
  const covered = [...document.fonts]
    .filter((face) => face.family.includes("Noto Serif SC Titles"))
    .flatMap((face) => face.unicodeRange.split(","))
    .map((range) => range.trim().slice(2).split("-").map((end) => parseInt(end, 16)))
    .map(([first, last = first]) => [first, last]);
  const isCovered = (character) => {
    const code = character.codePointAt(0);
    return covered.some(([first, last]) => first <= code && code <= last);
  };
  // A closed list shows its selected choice alone; the names of all subjects would ask for the slices on every list of films.
  const text = () => {
    const copy = document.body.cloneNode(true);
    for (const option of copy.querySelectorAll("option:not([selected])")) option.remove();
    return copy.textContent;
  };
  const look = () => {
    const shown = new Set(text().match(han));
    if ([...shown].every(isCovered)) return;
    document.body.removeEventListener("htmx:afterSettle", look);
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: slices }));
  };
  document.body.addEventListener("htmx:afterSettle", look);
  look();
})();
