/* Where a file's sections, keys and values stand. The program judges them; here lines are found, so that a form can change
   a value and leave all else as it is. */

export interface Entry {
    key: string;
    value: string;
    from: number; /* of the value, in the text … */
    to: number;   /* … without a comment behind it */
    line: number; /* from 1 */
    start: number; /* of its line … */
    end: number;   /* … and behind its last line */
}

export interface Section {
    kind: string;
    id: string;
    line: number;
    start: number;
    end: number; /* behind the last line of what it says */
    entries: Entry[];
}

/* Up to the blank and semicolon that begin a comment. */
function withoutComment(line: string): string {
    return line.replace(/(^|\s);.*$/, "").replace(/\s+$/, "");
}

export function outline(text: string): Section[] {
    const sections: Section[] = [];
    let at = 0, number = 0, open: Entry | undefined;
    for (const line of text.split("\n")) {
        const start = at, stripped = withoutComment(line.replace(/^\ufeff/, "")), section = sections[sections.length - 1];
        at += line.length + 1;
        number++;
        const head = /^\s*\[\s*([^\]\s]+)\s*([^\]]*?)\s*\]/.exec(stripped);
        const key = /^([^\s=;[][^=]*?)\s*=\s*(.*)$/.exec(stripped);
        const end = Math.min(at, text.length);
        if (head) {
            sections.push({ kind: head[1], id: head[2], line: number, start, end, entries: [] });
            open = undefined;
        } else if (key && section) {
            const shift = line.indexOf(stripped);
            const from = start + shift + stripped.length - key[2].length;
            open = { key: key[1], value: key[2], from, to: from + key[2].length, line: number, start, end };
            section.entries.push(open);
            section.end = end;
        } else if (open && section && /^\s/.test(line) && stripped.trim()) {
            open.to = start + stripped.length;
            open.value = text.slice(open.from, open.to).split("\n").map(part => withoutComment(part).trim()).join("\n");
            open.end = section.end = end;
        } else if (stripped.trim())
            open = undefined;
    }
    return sections;
}

export interface Change {
    from: number;
    to: number;
    insert: string;
}

/* A value of several lines goes on below its beginning. */
function laid(value: string, column: number): string {
    return value.trim().split("\n").map(line => line.trim()).filter(Boolean).join("\n" + " ".repeat(Math.max(2, column)));
}

export function setValue(entry: Entry, value: string): Change {
    return { from: entry.from, to: entry.to, insert: laid(value, entry.from - entry.start) };
}

export function removeEntry(entry: Entry): Change {
    return { from: entry.start, to: entry.end, insert: "" };
}

/* Below the section's last key, its sign below theirs. */
export function addEntry(text: string, section: Section, key: string, value: string): Change {
    const last = section.entries[section.entries.length - 1];
    const before = last ? text.slice(last.start, last.from) : "";
    const width = before.indexOf("=") < 0 ? 0 : before.indexOf("=") - 1;
    const head = key.padEnd(width) + " = ", gap = section.end > 0 && text[section.end - 1] !== "\n" ? "\n" : "";
    return { from: section.end, to: section.end, insert: gap + head + laid(value, head.length) + "\n" };
}

export function addSection(text: string, kind: string, id: string, entries: [string, string][]): Change {
    const width = Math.max(0, ...entries.map(([key]) => key.length));
    const lines = entries.map(([key, value]) => `${key.padEnd(width)} = ${value}\n`).join("");
    const gap = !text ? "" : text.endsWith("\n") ? "\n" : "\n\n";
    return { from: text.length, to: text.length, insert: `${gap}[${kind}${id ? " " + id : ""}]\n${lines}` };
}

export function removeSection(text: string, section: Section): Change {
    let from = section.start;
    while (from > 1 && text[from - 1] === "\n" && text[from - 2] === "\n")
        from--;
    return { from, to: section.end, insert: "" };
}
