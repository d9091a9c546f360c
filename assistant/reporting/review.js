"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const panel = document.getElementById("panel");
  const told = document.getElementById("told");
  const kinds = ["number", "source", "sentence", "finding"];
  const places = {};
  for (const kind of kinds) {
    places[kind] = new Map();
    for (const element of document.querySelectorAll("[data-" + kind + "]")) {
      const key = element.dataset[kind];
      places[kind].set(key, [...(places[kind].get(key) || []), element]);
    }
  }
  let chosen = null;

  const at = (kind, key) => places[kind].get(String(key)) || [];
  const make = (tag, text, css) => {
    const element = document.createElement(tag);
    element.textContent = text;
    if (css) element.className = css;
    return element;
  };
  const link = (kind, key, text) => {
    const [target] = at(kind, key);
    if (!target) return make("span", text);
    const made = make("a", text);
    made.href = "#" + (target.id || "text");
    made.dataset.to = kind;
    made.dataset.key = key;
    return made;
  };
  const list = (title, items) => {
    if (!items.length) return;
    told.append(make("h3", title));
    const made = make("ul", "");
    for (const [first, rest, css] of items) {
      const line = make("li", "", css);
      line.append(first, rest || "");
      made.append(line);
    }
    told.append(made);
  };
  const source = (key) => {
    const found = data.sources[key];
    return [link("source", key, found.name), "：" + found.value + (found.origin ? "（" + found.origin + "）" : "")];
  };
  const number = (key) => [link("number", key, data.numbers[key].where)];
  const finding = (key) => {
    const found = data.findings[key];
    return [link("finding", key, found.label), "：" + found.message + found.fix, found.css];
  };

  const shows = {
    number(key) {
      const found = data.numbers[key];
      told.append(make("h2", "“" + found.quote + "”", found.state), make("p", found.told));
      list("问题", found.findings.map(finding));
      list("来源", found.sources.map(source));
      const others = found.sources.flatMap((name) => data.sources[name].numbers);
      list("还用在", [...new Set(others)].filter((other) => String(other) !== key).map(number));
      light("number", key, "now");
      for (const name of found.sources) light("source", name, "lit");
      for (const other of others) light("number", other, "lit");
    },
    source(key) {
      const found = data.sources[key];
      told.append(make("h2", found.name), make("p", "填的是：" + found.value));
      if (found.origin) told.append(make("p", "取自：" + found.origin));
      list("问题", found.findings.map(finding));
      list("正文里说到的", found.numbers.map(number));
      if (!found.numbers.length) told.append(make("p", "正文里没有说到。"));
      light("source", key, "now");
      for (const name of found.numbers) {
        light("number", name, "lit");
        light("sentence", data.numbers[name].sentence, "lit");
      }
    },
    finding(key) {
      const found = data.findings[key];
      told.append(make("h2", found.label, found.css), make("p", found.message + found.fix));
      list("有关的格", found.sources.map(source));
      light("finding", key, "now");
      for (const name of found.sources) light("source", name, "lit");
    },
  };

  function light(kind, key, css) {
    for (const element of at(kind, key)) element.classList.add(css);
  }
  function clear() {
    for (const element of document.querySelectorAll(".now, .lit")) element.classList.remove("now", "lit");
    told.replaceChildren();
  }
  function open(element) {
    for (let outer = element.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
  }
  function choose(kind, key, from) {
    clear();
    chosen = from;
    shows[kind](key);
    panel.hidden = false;
    const wide = window.matchMedia("(min-width: 70rem)").matches;
    const [far] = document.querySelectorAll(kind === "source" ? ".text .lit" : "#tables .now, #tables .lit");
    if (wide && far) show(far);
  }
  // Side by side only the other side moves, and only as far as the panel leaves it to be seen.
  function show(far) {
    const column = far.closest("#tables");
    const top = column ? Math.max(column.getBoundingClientRect().top, 0) : 0;
    const bottom = panel.getBoundingClientRect().top;
    const place = far.getBoundingClientRect();
    if (place.top >= top && place.bottom <= bottom) return;
    (column || window).scrollBy(0, place.top - (top + bottom) / 2);
  }
  function close() {
    clear();
    panel.hidden = true;
    if (chosen) chosen.focus();
  }

  document.addEventListener("click", (event) => {
    const inside = event.target.closest("[data-to]");
    if (inside) {
      event.preventDefault();
      const { to, key } = inside.dataset;
      const [target] = at(to, key);
      open(target);
      choose(to, key, target);
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "center" });
      return;
    }
    const element = event.target.closest("[data-number], td[data-source], a[data-finding]");
    if (!element) return;
    event.preventDefault();
    const kind = ["number", "source", "finding"].find((name) => name in element.dataset);
    const focusable = element.matches("a") ? element : element.querySelector("a");
    choose(kind, element.dataset[kind], focusable);
    // No mouse was used: the keyboard goes on in what is told, and comes back with Esc.
    if (event.detail === 0) told.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
  document.getElementById("close").addEventListener("click", close);
  document.getElementById("only").addEventListener("change", (event) => {
    document.body.classList.toggle("only", event.target.checked);
  });
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      open(target);
      target.scrollIntoView();
    }
  });
  document.body.classList.add("js");
})();
