// The door without a connection: what is entered waits here under keys of its own, and is sent until the site has taken it.
// The service worker keeps the page itself. Without this script each row is a form of its own.
(() => {
  const door = document.getElementById("door");
  if (!door) return;
  const words = door.dataset;
  const store = `door ${words.slug}`;
  const read = () => {
    try {
      return { waiting: [], arrived: {}, ...JSON.parse(localStorage.getItem(store)) };
    } catch {
      return { waiting: [], arrived: {} };
    }
  };
  const write = (state) => localStorage.setItem(store, JSON.stringify(state));
  const rows = [...door.querySelectorAll("tr[data-place]")];
  const said = document.getElementById("door-said");
  const shownState = document.getElementById("door-state");
  const signedOut = document.getElementById("door-signed-out");
  const say = (text) => said && (said.textContent = text);

  const here = (row, state) => {
    const place = row.dataset.place;
    const known = Math.max(state.arrived[place] ?? 0, state.synced ? 0 : Number(row.dataset.arrived));
    const waiting = state.waiting.filter((entry) => String(entry.place) === place).reduce((sum, entry) => sum + entry.people, 0);
    return Math.max(0, Math.min(Number(row.dataset.people), known + waiting));
  };
  const draw = () => {
    const state = read();
    let came = 0;
    for (const row of rows) {
      const count = here(row, state);
      came += count;
      row.querySelector(".door-here").textContent = count;
      row.classList.toggle("door-complete", count === Number(row.dataset.people));
    }
    const heading = door.querySelector("[aria-current] .door-came");
    if (heading && rows.length) heading.textContent = came;
    if (shownState) shownState.textContent = signedOut && !signedOut.hidden ? "" : state.waiting.length ? `${words.waiting} ${state.waiting.length}` : words.sent;
  };

  let sending = false;
  const send = async () => {
    if (sending) return;
    sending = true;
    const sent = read().waiting.slice(0, 500);
    try {
      const token = door.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";
      const response = await fetch(words.sync, {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify(sent),
      });
      // Signed out, or signed in again in another window, whose token this page does not have.
      const isSignedOut = response.type === "opaqueredirect" || response.status === 403;
      if (signedOut) signedOut.hidden = !isSignedOut;
      if (isSignedOut) say("");
      else if (response.ok) {
        const { arrived } = await response.json();
        const state = read();
        const keys = new Set(sent.map((entry) => entry.key));
        write({ waiting: state.waiting.filter((entry) => !keys.has(entry.key)), arrived, synced: true });
      } else if (response.status < 500) say(words.refused);
    } catch {
      // Without a connection: it waits, and is sent by the next try.
    } finally {
      sending = false;
      draw();
    }
  };

  const letIn = (row, people) => {
    const state = read();
    const inside = here(row, state);
    const count = Math.max(-inside, Math.min(people, Number(row.dataset.people) - inside));
    if (!count) return people > 0 && say(`${words.full} ${row.dataset.name}`);
    state.waiting.push({ key: crypto.randomUUID(), place: Number(row.dataset.place), people: count, at: new Date().toISOString() });
    write(state);
    say(`${count > 0 ? words.in : words.back} ${row.dataset.name} (${Math.abs(count)})`);
    draw();
    send();
  };
  for (const row of rows)
    for (const form of row.querySelectorAll("form"))
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        letIn(row, Number(form.elements.people.value));
      });

  const search = document.getElementById("door-search");
  const bare = (text) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
  const find = (text) => {
    const wanted = bare(text);
    if (!wanted) return;
    const row = rows.find((each) => bare(each.dataset.ticket) === wanted);
    if (row) return letIn(row, Number(row.dataset.people));
    // A name only leads to its row: whoever stands there says how many come in.
    const named = rows.filter((each) => bare(each.dataset.name).includes(wanted));
    const names = named.map((each) => each.dataset.name).join(", ");
    named[0]?.querySelector("button").focus();
    say(named.length > 1 ? `${words.several} ${names}` : names || words.unknown);
  };
  if (search) {
    const code = document.getElementById("door-code");
    search.hidden = false;
    search.addEventListener("submit", (event) => {
      event.preventDefault();
      code.focus();
      find(code.value);
      code.value = "";
    });
    const camera = document.getElementById("door-camera");
    const video = document.getElementById("door-video");
    if ("BarcodeDetector" in window && navigator.mediaDevices) {
      camera.hidden = false;
      camera.addEventListener("click", async () => {
        const detector = new BarcodeDetector({ formats: ["qr_code"] });
        video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        video.hidden = false;
        await video.play();
        let last = "";
        setInterval(async () => {
          const [found] = await detector.detect(video);
          if (!found || found.rawValue === last) return;
          last = found.rawValue;
          find(last);
        }, 300);
      });
    }
  }
  // All that the page needs later is kept at its first load: itself, the view of each showing, scripts, styles and letters.
  const addresses = () => {
    const own = (address) => new URL(address, location.href).origin === location.origin;
    const views = [...door.querySelectorAll(".door-showings a")].map((link) => link.href);
    const drawn = [...document.querySelectorAll("script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon]")];
    const loaded = performance.getEntriesByType("resource").filter((each) => /\.(css|js|woff2|svg)\b/.test(each.name));
    const all = [location.href.split("#")[0], location.origin + location.pathname, ...views];
    return [...new Set([...all, ...drawn.map((each) => each.src || each.href), ...loaded.map((each) => each.name)])].filter(
      (address) => own(address) && !address.endsWith(words.worker),
    );
  };
  const keepAll = async () => {
    await navigator.serviceWorker.register(words.worker);
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    const ready = document.getElementById("door-ready");
    port1.onmessage = ({ data }) => ready && data.isReady && (ready.textContent = words.ready);
    active.postMessage({ keep: addresses() }, [port2]);
  };
  if (navigator.serviceWorker && navigator.onLine) addEventListener("load", () => keepAll().catch(() => null));
  addEventListener("online", send);
  setInterval(send, 15000);
  draw();
  send();
})();
