// What was found, beside the draft: a card each, filters by severity and family.

import { $, element } from "./page.js";

export const LEVELS = { error: "错误", warning: "警告", info: "提示" };
const APPLICABLE = new Set(["safe", "unsafe"]);
const QUOTED = 14; // characters of another place
const PORTION = 60; // cards are made when they come into sight

export class Notes {
  #hidden = new Set();
  #cards = new Map(); // of what is drawn, by number
  #shown = []; // the numbers of what is not filtered out
  #more;
  #chosen = -1;
  #found = [];
  #acts;
  families = {};
  rules = {};

  /** `acts`: show(number), related(span), mend([numbers]), fill(number), silence(how, number), shown() */
  constructor(acts) {
    this.#acts = acts;
    $("notes").addEventListener("keydown", (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.step(by);
      this.#cards.get(this.#chosen)?.focus({ preventScroll: true });
    });
    const sight = new IntersectionObserver(
      ([{ isIntersecting }]) => isIntersecting && this.#extend(this.#cards.size + PORTION),
      { root: $("notes"), rootMargin: "600px" },
    );
    this.#more = element("li", { class: "more", "aria-hidden": "true" });
    sight.observe(this.#more);
  }

  get chosen() {
    return this.#chosen;
  }

  /** Whether a finding is shown: neither its severity nor its family is filtered out. */
  visible(d) {
    return !this.#hidden.has(d.severity) && !this.#hidden.has(family(d));
  }

  /** Show the findings of a check; `text` is what they were found in, by code points. */
  show(found, context) {
    const before = this.#identity(this.#chosen);
    const scrolled = $("notes").scrollTop;
    this.#found = found;
    this.context = context;
    this.#chosen = -1;
    this.#filters();
    this.#draw();
    const same = before ? found.findIndex((d, number) => before.startsWith(`${d.rule} `) && this.#identity(number) === before) : -1;
    if (same >= 0) this.choose(same);
    else this.#extend(Math.ceil(scrolled / 60)); // so that there is as far to scroll
    $("notes").scrollTop = scrolled;
  }

  /** Show that nothing is known yet. */
  clear() {
    this.#found = this.#shown = [];
    this.#cards.clear();
    this.#chosen = -1;
    $("filters").hidden = true;
    $("notes").replaceChildren();
  }

  /** By what a finding is known again after the next check: its words, and how many like it stand before. */
  #identity(number) {
    const d = this.#found[number];
    if (!d) return "";
    const before = this.#found.slice(0, number).filter((o) => o.rule === d.rule && o.message === d.message);
    return `${d.rule} ${d.message} ${before.length}`;
  }

  #draw() {
    this.#cards.clear();
    this.#shown = this.#found.flatMap((d, number) => (this.visible(d) ? [number] : []));
    $("notes").replaceChildren(this.#more);
    if (this.#shown.length) this.#extend(PORTION);
    else {
      const text = this.#found.length ? "都被筛掉了" : "没有发现问题";
      $("notes").append(element("li", { class: "nothing" }, text));
    }
    for (const name of ["previous", "next"]) $(name).disabled = !this.#shown.length;
    this.#acts.shown();
  }

  /** Draw cards until there are so many. */
  #extend(count) {
    const added = this.#shown.slice(this.#cards.size, count).map((number) => {
      const card = this.#card(this.#found[number], number);
      this.#cards.set(number, card);
      return card;
    });
    this.#more.before(...added);
    if (!added.length) this.#more.remove();
  }

  #filters() {
    const count = (of) => this.#found.reduce((n, d) => n + of(d), 0);
    const severities = Object.entries(LEVELS).map(([name, label]) => [name, label, count((d) => d.severity === name)]);
    const names = [...new Set(this.#found.map(family))];
    const families = names
      .map((name) => [name, this.families[name] ?? name, count((d) => family(d) === name)])
      .sort((a, b) => b[2] - a[2]);
    const box = $("filters");
    box.hidden = !this.#found.length;
    box.replaceChildren(
      ...severities.map((row) => this.#filter(...row)),
      element("span", { class: "gap" }),
      ...families.map((row) => this.#filter(...row)),
    );
  }

  #filter(name, label, count) {
    const button = element(
      "button",
      {
        type: "button",
        class: name,
        "aria-pressed": String(!this.#hidden.has(name)),
        title: "点一下显示或不显示",
        click: () => {
          if (!this.#hidden.delete(name)) this.#hidden.add(name);
          button.setAttribute("aria-pressed", String(!this.#hidden.has(name)));
          this.#chosen = -1;
          this.#draw();
        },
      },
      label,
      element("b", {}, String(count)),
    );
    return button;
  }

  #card(d, number) {
    const [title = d.rule, why = ""] = this.rules[d.rule] ?? [];
    const unit = this.context.unit === "paragraph" ? "段" : "行";
    const card = element(
      "li",
      { class: `note ${d.severity}`, tabindex: 0, title: `${title}（${d.rule}）`, "data-rule": d.rule },
      element(
        "div",
        { class: "head" },
        element("span", { class: "level" }, LEVELS[d.severity]),
        element("span", {}, this.families[family(d)] ?? family(d)),
        element("span", { class: "where" }, `第 ${d.start.line} ${unit}`),
      ),
      element("p", { class: "message" }, d.message),
    );
    if (d.fix) card.append(element("p", { class: "advice" }, `建议：${d.fix.title}`));
    const choose = () => {
      this.choose(number);
      this.#acts.show(number);
    };
    card.addEventListener("click", (event) => event.target.closest("button, a") || choose());
    card.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === card) choose();
    });
    card.complete = () => {
      if (card.completed) return;
      card.completed = true;
      if (d.related.length) card.append(this.#related(d));
      card.append(this.#buttons(d, number));
      if (why) card.append(element("p", { class: "why" }, why.replace(/\s*\n\s*/g, "")));
    };
    return card;
  }

  #related(d) {
    const line = element("p", { class: "advice" }, "另见 ");
    d.related.slice(0, 6).forEach((related, index) => {
      if (index) line.append("、");
      const words = this.context.words(related.span, QUOTED);
      line.append(element("a", { role: "button", tabindex: 0, title: related.message, click: () => this.#acts.related(related.span) }, `“${words}”`));
    });
    return line;
  }

  #buttons(d, number) {
    const acts = element("div", { class: "acts" });
    const add = (label, click, title = "") => acts.append(element("button", { type: "button", click, title }, label));
    if (APPLICABLE.has(d.fix?.applicability)) {
      add("改正", () => this.#acts.mend([number]), d.fix.title);
      const alike = this.#found.flatMap((o, n) => (o.rule === d.rule && APPLICABLE.has(o.fix?.applicability) ? [n] : []));
      if (alike.length > 1) add(`同类都改（${alike.length}）`, () => this.#acts.mend(alike));
    }
    if (d.rule.startsWith("placeholder.") && this.context.fillable(d)) add("填空…", () => this.#acts.fill(number));
    add("忽略这一处", () => this.#acts.silence("place", number));
    const word = this.context.words(d.span, 20);
    if (/^(word|placeholder)\./.test(d.rule) && !word.endsWith("…")) {
      add(`“${word}”都不提示`, () => this.#acts.silence("word", number));
    }
    add("不查这一条", () => this.#acts.silence("rule", number), `规则：${this.rules[d.rule]?.[0] ?? d.rule}`);
    return acts;
  }

  /** Mark a card as the one that is looked at. */
  choose(number) {
    this.#cards.get(this.#chosen)?.classList.remove("chosen");
    this.#chosen = number;
    this.#extend(this.#shown.indexOf(number) + PORTION);
    const card = this.#cards.get(number);
    if (!card) return;
    card.complete();
    card.classList.add("chosen");
    card.scrollIntoView({ block: "nearest" });
    this.#acts.shown();
  }

  /** Go to the next or the previous card; `from` is where to begin when none is chosen. */
  step(by, from = -1) {
    const numbers = this.#shown;
    if (!numbers.length) return;
    let at = numbers.indexOf(this.#chosen);
    if (at < 0) at = by > 0 ? numbers.findIndex((n) => n >= from) - 1 : numbers.findIndex((n) => n >= from);
    const number = numbers[(at + by + numbers.length) % numbers.length];
    this.choose(number);
    this.#acts.show(number);
  }
}

function family(d) {
  return d.rule.split(".")[0];
}
