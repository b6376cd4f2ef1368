// Searches the site in the page itself, in the place of the worker that the theme brings.
//
// The theme's search cuts Chinese into words when the site is built and finds nothing but whole
// words or their beginnings: 位符 does not find 占位符, nor mask placeholder.mask; and a page opened from
// disk may not start a worker. The site is small, so it is searched as it stands, at any place of
// any word. The theme keeps asking and showing; what it says and expects stands in Message.
"use strict";

const Message = { SETUP: 0, READY: 1, QUERY: 2, RESULT: 3 };
const AROUND = 40; // characters shown before the first place
const SHOWN = 160; // and in all
const MOST = 60; // sections shown

const folded = (text) => text.normalize("NFKC").toLowerCase();

// Text as it is read: without tags, entities resolved.
function plain(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return page.body.textContent.replace(/\s+/g, " ").trim();
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
}

// All places of the words, none inside another.
function places(text, words) {
  const found = [];
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      found.push([at, at + word.length]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let end = 0;
  return found.filter(([from, to]) => from >= end && (end = to));
}

function marked(text, words, from = 0, to = text.length) {
  let html = "", at = from;
  // A folded text may have another length (㎡ is m2): then nothing is marked.
  const low = folded(text);
  for (const [start, end] of low.length === text.length ? places(low, words) : []) {
    if (start < at || end > to) continue;
    html += `${escaped(text.slice(at, start))}<mark data-md-highlight>${escaped(text.slice(start, end))}</mark>`;
    at = end;
  }
  return html + escaped(text.slice(at, to));
}

function teaser(section, words) {
  const [first] = places(section.low, words);
  const from = first ? Math.max(first[0] - AROUND, 0) : 0;
  const to = Math.min(from + SHOWN, section.text.length);
  const html = marked(section.text, words, from, to);
  return `<p>${from ? "…" : ""}${html}${to < section.text.length ? "…" : ""}</p>`;
}

class Index {
  constructor(docs) {
    this.pages = new Map();
    this.sections = docs.map((doc) => {
      const text = plain(doc.text), title = plain(doc.title);
      const page = doc.location.split("#")[0];
      const section = { doc, page, text, title, low: folded(text), lowTitle: folded(title) };
      if (!doc.location.includes("#")) this.pages.set(page, section);
      return section;
    });
  }

  // Every word of the query, wherever it stands; where that finds nothing, the sections that hold
  // most of the query's pairs of characters.
  search(query) {
    const words = folded(query).split(/[\s\p{P}]*\s[\s\p{P}]*/u).filter(Boolean);
    if (!words.length) return [];
    const exact = this.rated((s) => this.score(s, words), words);
    if (exact.length) return exact;
    const pairs = [...new Set(words.flatMap((w) => w.length < 3 ? [w] : [...w].slice(1).map((c, i) => [...w][i] + c)))];
    const held = (s) => pairs.filter((pair) => s.low.includes(pair) || s.lowTitle.includes(pair));
    return this.rated((s) => {
      const found = held(s);
      return found.length * 2 > pairs.length ? this.score(s, found) * found.length : 0;
    }, pairs);
  }

  score(section, words) {
    let score = 0;
    const page = this.pages.get(section.page);
    for (const word of words) {
      const inTitle = section.lowTitle.includes(word), count = section.low.split(word).length - 1;
      if (!inTitle && !count) return 0;
      if (inTitle) score += 40 + (60 * word.length) / section.lowTitle.length;
      score += Math.min(count, 5);
      if (section !== page && page?.lowTitle.includes(word)) score += 5;
    }
    return section === page ? score * 1.5 : score;
  }

  // Groups of sections, one a page, the best first; a page that holds nothing itself leads its group.
  rated(score, words) {
    const groups = new Map();
    const found = this.sections
      .map((section) => ({ section, score: score(section) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST);
    for (const hit of found) {
      if (!groups.has(hit.section.page)) groups.set(hit.section.page, []);
      groups.get(hit.section.page).push(hit);
    }
    return [...groups].map(([page, hits]) => {
      const whole = this.pages.get(page);
      if (whole && !hits.some((hit) => hit.section === whole)) hits.push({ section: whole, score: 0 });
      return hits.map(({ section, score: rate }) => ({
        ...section.doc,
        title: marked(section.title, words),
        text: teaser(section, words),
        ...(section === whole ? {} : { parent: whole?.doc }),
        score: rate,
        terms: {},
      }));
    });
  }
}

globalThis.Worker = class extends EventTarget {
  // Answers later, as a worker does: who asks begins to listen after asking.
  async postMessage({ type, data }) {
    await new Promise((resolve) => setTimeout(resolve));
    if (type === Message.SETUP) {
      this.index = new Index(data.docs);
      this.answer({ type: Message.READY });
    } else if (type === Message.QUERY) {
      this.answer({ type: Message.RESULT, data: { items: this.index ? this.index.search(data) : [] } });
    }
  }

  answer(data) {
    this.dispatchEvent(new MessageEvent("message", { data }));
  }
};
