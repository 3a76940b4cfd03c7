/* The agreement form: definitions, rows, suggestions, and what stands beside it. Everything works, slower, without this. */
"use strict";

(() => {
  const form = document.getElementById("agreement_form");
  if (!form) return;

  /* Beside the form: ask again a moment after the last change. */
  let waiting;
  const edited = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => window.htmx && window.htmx.trigger("#beside", "edited"), 500);
  };
  form.addEventListener("input", edited);
  form.addEventListener("change", edited);

  /* A finding leads to its field, also where that is folded away. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".beside a[href^='#'], .errornote a[href^='#']");
    const place = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!place) return;
    event.preventDefault();
    for (let around = place; around; around = around.parentElement) if (around.tagName === "DETAILS") around.open = true;
    const field = place.matches("input, select, textarea") ? place : place.querySelector("input:not([type=hidden]), select, textarea");
    place.scrollIntoView({ block: "center" });
    if (field) field.focus({ preventScroll: true });
  });

  /* The definition of the word just chosen. */
  const definitions = new Map();
  for (const one of document.getElementById("definitions").content.querySelectorAll("[data-term]")) definitions.set(one.dataset.term, one);
  form.addEventListener("change", (event) => {
    const family = event.target.dataset && event.target.dataset.family;
    const shown = family && document.getElementById(`${event.target.id}_definition`);
    if (!shown) return;
    const found = definitions.get(`${family}:${event.target.value}`);
    shown.replaceChildren(...(found ? found.cloneNode(true).childNodes : []));
  });

  /* One more row, with the cursor in its first field. */
  const fits = (button) => Number(document.getElementById(`id_${button.dataset.add}-TOTAL_FORMS`).value) < Number(button.dataset.max);
  const offer = () => form.querySelectorAll("[data-add]").forEach((button) => { button.hidden = !fits(button); });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-add]");
    if (!button || !fits(button)) return;
    const prefix = button.dataset.add;
    const total = document.getElementById(`id_${prefix}-TOTAL_FORMS`);
    const number = Number(total.value);
    const empty = document.getElementById(`${prefix}-empty`);
    const made = document.createElement("template");
    made.innerHTML = empty.innerHTML.replaceAll("__prefix__", number);
    const row = made.content.querySelector(".one-row");
    row.querySelector(".row-number").textContent = number + 1;
    empty.parentElement.insertBefore(row, empty);
    total.value = number + 1;
    offer();
    row.querySelector("select, input:not([type=hidden]):not([type=checkbox]), textarea").focus();
    edited();
  });
  offer();

  /* Suggestions: a combobox with a list, as the ARIA Authoring Practices describe it. */
  let list = null;
  let field = null;
  let asked = 0;
  let pause;
  const close = () => {
    if (list) list.remove();
    if (field) { field.setAttribute("aria-expanded", "false"); field.removeAttribute("aria-activedescendant"); }
    list = null;
  };
  const options = () => (list ? [...list.children] : []);
  const active = () => options().find((option) => option.getAttribute("aria-selected") === "true");
  const mark = (option) => {
    for (const one of options()) one.setAttribute("aria-selected", String(one === option));
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const take = (option) => {
    field.value = option.dataset.value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  };
  const show = (found) => {
    close();
    if (!found.length || document.activeElement !== field) return;
    list = document.createElement("ul");
    list.id = `${field.id}_list`;
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    found.forEach((one, number) => {
      const option = document.createElement("li");
      option.id = `${list.id}_${number}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.value = one.value;
      const name = document.createElement("span");
      const detail = document.createElement("small");
      name.textContent = one.value;
      detail.textContent = one.detail;
      option.append(name, " ", detail);
      list.append(option);
    });
    field.after(list);
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("aria-expanded", "true");
  };
  const ask = async () => {
    const typed = field.value.trim();
    const number = ++asked;
    if (typed.length < 2) { close(); return; }
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`, { credentials: "same-origin" });
      const found = answer.ok ? (await answer.json()).found : [];
      if (number === asked) show(found);
    } catch { close(); }
  };
  form.addEventListener("focusin", (event) => {
    if (!event.target.matches("[data-suggest]")) return;
    field = event.target;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
  });
  form.addEventListener("focusout", (event) => { if (event.target === field) { asked += 1; clearTimeout(pause); close(); } });
  form.addEventListener("input", (event) => {
    if (event.target !== field) return;
    clearTimeout(pause);
    pause = setTimeout(ask, 150);
  });
  form.addEventListener("mousedown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option && list && list.contains(option)) { event.preventDefault(); take(option); }
  });
  form.addEventListener("keydown", (event) => {
    if (event.target !== field || !list) return;
    const all = options();
    const at = all.indexOf(active());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(all[(at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + all.length) % all.length]);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      take(all[at]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
})();
