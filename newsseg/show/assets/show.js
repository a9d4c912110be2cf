// Pointing at a stretch of the page's text lights up its article, and the other way round; a click keeps the light on.
(() => {
  "use strict";
  const REST = 140; // milliseconds: a pointer that only passes by moves nothing
  const wide = matchMedia("(min-width: 60em)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = null;
  let pinned = false;
  let timer = 0;

  const all = (key) => document.querySelectorAll(`[data-a="${CSS.escape(key)}"]`);
  const keyed = (target) => (target instanceof Element ? target.closest("[data-a]") : null);

  function dark() {
    clearTimeout(timer);
    if (lit === null) return;
    document.querySelectorAll(".on").forEach((part) => part.classList.remove("on"));
    document.querySelectorAll(".lit").forEach((page) => page.classList.remove("lit", "pinned"));
    document.querySelectorAll(".link").forEach((link) => link.remove());
    lit = null;
    pinned = false;
  }

  function light(part) {
    const key = part.dataset.a;
    if (key !== lit) {
      dark();
      lit = key;
      all(key).forEach((other) => other.classList.add("on"));
      part.closest(".page").classList.add("lit");
      join(part.closest(".page"), key);
    }
    clearTimeout(timer);
    timer = setTimeout(() => reveal(part, key), REST);
  }

  // Bring the other side into view; only a pane with a scroll bar of its own moves.
  function reveal(part, key) {
    const page = part.closest(".page");
    const inText = part.closest(".dump");
    const pane = page.querySelector(inText ? ".articles" : ".dump");
    const other = inText
      ? document.getElementById(key)
      : pane && (pane.querySelector(`.sheet [data-a="${CSS.escape(key)}"]`) || pane.querySelector(`.f-headline[data-a="${CSS.escape(key)}"]`) || pane.querySelector(`.s[data-a="${CSS.escape(key)}"]`));
    if (!pane || !other || !wide.matches) return;
    const view = pane.getBoundingClientRect();
    const box = other.getBoundingClientRect();
    const top = view.top + view.height * 0.12;
    const bottom = view.top + view.height * (inText ? 0.6 : 0.9);
    if (box.top >= top && box.top <= bottom) return;
    pane.scrollBy({ top: box.top - top - (inText ? 0 : view.height * 0.15), behavior: still.matches ? "auto" : "smooth" });
  }

  // Draw the line that joins the headline with the body it was given to.
  function join(page, key) {
    const dump = page.querySelector(".dump");
    const escaped = CSS.escape(key);
    const head = dump && dump.querySelector(`.f-headline[data-a="${escaped}"]`);
    const body = dump && dump.querySelector(`.f-paragraph[data-a="${escaped}"]`);
    if (!head || !body || !wide.matches) return;
    const frame = dump.getBoundingClientRect();
    const middle = (part) => part.closest(".line").getBoundingClientRect().top - frame.top + dump.scrollTop + 14;
    const line = body.closest(".line");
    const edge = line.offsetLeft + parseFloat(getComputedStyle(line).paddingLeft) - 22;
    const [from, to] = [middle(head), middle(body)];
    const way = Math.sign(to - from) * Math.min(6, Math.abs(to - from) / 2);
    const names = "http://www.w3.org/2000/svg";
    const link = document.createElementNS(names, "svg");
    const path = document.createElementNS(names, "path");
    link.setAttribute("class", `link ${[...head.classList].find((name) => /^c\d/.test(name)) || ""}`);
    link.setAttribute("aria-hidden", "true");
    const lane = edge - 12;
    path.setAttribute(
      "d",
      `M${edge} ${from} H${lane + 6} Q${lane} ${from} ${lane} ${from + way} V${to - way} Q${lane} ${to} ${lane + 6} ${to} H${edge} m-5 -4 l5 4 l-5 4`,
    );
    link.append(path);
    dump.append(link);
  }

  document.addEventListener("pointerover", (event) => {
    if (pinned || event.pointerType === "touch") return;
    const part = keyed(event.target);
    if (part) light(part);
    else dark();
  });
  document.addEventListener("focusin", (event) => {
    const part = keyed(event.target);
    if (part && !(pinned && part.dataset.a === lit)) light(part);
  });
  document.addEventListener("click", (event) => {
    const part = keyed(event.target);
    if (!getSelection().isCollapsed || event.target.closest("a:not(.badge)")) return;
    if (!part || (pinned && part.dataset.a === lit && !event.target.closest(".badge"))) return dark();
    light(part);
    pinned = true;
    part.closest(".page").classList.add("pinned");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dark();
  });
  document.documentElement.addEventListener("pointerleave", () => {
    if (!pinned) dark();
  });
})();
