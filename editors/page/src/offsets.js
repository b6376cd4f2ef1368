// The engine counts code points of the text as it stands in the file; the editor counts UTF-16
// units, and every line end as one. Both are turned into one another here, and nowhere else.

const BREAK = /\r\n?|\n/g;

export class Offsets {
  #points = [0];
  #places = [0];
  #units = [0];

  constructor(raw) {
    this.raw = raw;
    let point = 0;
    let place = 0;
    for (let unit = 0; unit < raw.length; ) {
      const pair = raw.codePointAt(unit) > 0xffff;
      const ending = !pair && raw[unit] === "\r" && raw[unit + 1] === "\n";
      point += ending ? 2 : 1;
      place += pair ? 2 : 1;
      unit += pair || ending ? 2 : 1;
      if (pair || ending) {
        this.#points.push(point);
        this.#places.push(place);
        this.#units.push(unit);
      }
    }
  }

  /** Where the editor has a code point of the file. */
  place(point) {
    const at = this.#before(point);
    return this.#places[at] + point - this.#points[at];
  }

  /** The text of the file with changes made: [start, end, replacement] in order, by code points. */
  changed(changes) {
    const out = [];
    let last = 0;
    for (const [start, end, replacement] of changes) {
      out.push(this.raw.slice(last, this.#unit(start)), replacement);
      last = this.#unit(end);
    }
    return out.join("") + this.raw.slice(last);
  }

  #unit(point) {
    const at = this.#before(point);
    return this.#units[at] + point - this.#points[at];
  }

  #before(point) {
    let low = 0;
    let high = this.#points.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#points[middle] <= point) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The line ends of a text, in order. */
export function endings(raw) {
  return raw.match(BREAK) ?? [];
}

/** The line end that a new line gets: the one that most have. */
export function usual(ends) {
  const counts = new Map();
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "\n";
}

/** The text of the file: the editor's lines with their own ends. */
export function joined(lines, ends) {
  const out = [];
  let number = 0;
  for (const line of lines) {
    if (number) out.push(ends[number - 1] ?? "\n");
    out.push(line);
    number++;
  }
  return out.join("");
}
