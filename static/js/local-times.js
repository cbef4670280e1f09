// Beside the venue's times, those where the visitor is, when their clock shows another. Nothing is sent or kept.
(() => {
  const note = document.querySelector("[data-local-zone]");
  if (!note) return;
  const language = document.documentElement.lang || undefined;
  const written = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
  let differs = false;
  for (const time of document.querySelectorAll("time[data-local-time]")) {
    const at = new Date(time.dateTime);
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time.dateTime) ?? [, "+", "00", "00"];
    const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    if (-at.getTimezoneOffset() === offset) continue;
    differs = true;
    const here = Object.assign(document.createElement("time"), { className: "num muted local-time", dateTime: time.dateTime });
    here.textContent = written.format(at);
    time.after(here);
  }
  if (!differs) return;
  note.hidden = false;
  note.textContent = `${note.dataset.localZone} ${Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ")}`;
})();
