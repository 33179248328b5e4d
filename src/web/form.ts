/* The form: a field for each value that the text states. What is written in a field goes into its line of the text. */

import { byId, el } from "./dom";
import { idOf } from "./files";
import { labelOf, nameIn, type Key, type Keys, type Kind } from "./keys";
import { addEntry, addSection, outline, removeEntry, removeSection, setValue, type Change, type Entry, type Section } from "./outline";
import type { Told } from "./program";
import { say, speaks } from "./words";

export interface FormHost {
    keys: Keys;
    text(): string;
    change(change: Change): void;
    projectSections(): Section[]; /* what a scenario can change */
    above(): { name: string; sections: Section[] }[]; /* what is counted on top of this file */
    isScenario(): boolean;
    told(): Told[]; /* of this file */
    tried: Map<string, string>; /* values by path that are tried and not kept */
    onTry(): void;
}

/* A number with what stands around it, as a slider moves it. */
const NUMBER = /^([−-]?)(\d(?:[\d\s]*\d)?(?:[.,]\d+)?)(.*)$/s;

export class Form {
    private shape = "";
    private place = byId("form");

    constructor(private host: FormHost) {}

    /* Another project: what was open in the last one tells nothing. */
    reset(): void {
        this.shape = "";
        this.place.replaceChildren();
    }

    /* Anew where other lines stand; else only the values, so that nobody loses the place. */
    show(): void {
        const text = this.host.text(), sections = outline(text);
        const shape = JSON.stringify([speaks(), this.host.isScenario(), this.host.keys.kinds.length,
            sections.map(section => [section.kind, section.id, section.entries.map(entry => entry.key)])]);
        if (shape !== this.shape) {
            const held = document.activeElement?.id, open = new Set([...this.place.querySelectorAll("details[open]")].map(one => one.id));
            const isFirst = !this.shape, kinds = this.host.keys;
            this.shape = shape;
            this.place.replaceChildren(
                ...(this.host.isScenario() && sections.length < 2 ? [el("p", {}, say("scenarioEmpty"))] : []),
                ...sections.map((section, at) => this.card(section, kinds.kind(section.kind), sections,
                    isFirst ? at < 3 : open.has(`s-${section.kind}-${section.id}`) || open.size === 0 && at < 3)),
                this.adder(sections));
            if (held)
                document.getElementById(held)?.focus();
        }
        this.fill(sections);
    }

    /* Opens the field of a line. */
    goTo(line: number): boolean {
        const section = [...outline(this.host.text())].reverse().find(one => one.line <= line);
        const entry = section?.entries.find(one => line >= one.line && line < one.line + one.value.split("\n").length);
        const card = section && document.getElementById(`s-${section.kind}-${section.id}`) as HTMLDetailsElement | null;
        const field = entry && section && document.getElementById(this.idOf(section, entry.key));
        if (card)
            card.open = true;
        (field ?? card?.querySelector("summary"))?.focus();
        field?.scrollIntoView({ block: "center" });
        return Boolean(field || card);
    }

    private idOf(section: Section, key: string): string {
        return `f-${section.kind}-${section.id}-${key}`;
    }

    private pathOf(section: Section, key: string): string {
        return [section.kind, section.id, key].filter(Boolean).join(".");
    }

    /* The section and entry as they stand now: lines have moved since the field was made. */
    private now(section: Section, key: string): { section?: Section; entry?: Entry } {
        const found = outline(this.host.text()).find(one => one.kind === section.kind && one.id === section.id);
        return { section: found, entry: found?.entries.find(one => one.key === key) };
    }

    private fill(sections: Section[]): void {
        const told = this.host.told();
        for (const section of sections)
            for (const entry of section.entries) {
                const input = document.getElementById(this.idOf(section, entry.key)) as HTMLInputElement | null;
                if (!input)
                    continue;
                const tried = this.host.tried.get(this.pathOf(section, entry.key));
                if (document.activeElement !== input || input.type !== "text")
                    input.value = tried ?? entry.value;
                const slider = document.getElementById(input.id + "-slider") as HTMLInputElement | null;
                if (slider && document.activeElement !== slider)
                    slider.value = String(numberOf(tried ?? entry.value));
                const lines = entry.value.split("\n").length;
                const faults = told.filter(fault => fault.line! >= entry.line && fault.line! < entry.line + lines);
                const note = document.getElementById(input.id + "-fault")!;
                note.textContent = faults.map(fault => fault.text + (fault.hint ? ` (${fault.hint})` : "")).join(" · ") ||
                    this.above(section, entry.key);
                note.className = faults.some(fault => fault.severity === "error") ? "fault error" : "fault warning";
                input.setAttribute("aria-invalid", String(faults.some(fault => fault.severity === "error")));
            }
    }

    /* What is said of the same value on top of this file, which is then what counts. */
    private above(section: Section, name: string): string {
        const kind = this.host.keys.kind(section.kind), key = this.host.keys.find(kind, name);
        return this.host.above().flatMap(file => file.sections.filter(one => this.host.keys.kind(one.kind) === kind && one.id === section.id)
            .flatMap(one => one.entries.filter(entry => entry.key === name || key && !key.date && this.host.keys.find(kind, entry.key) === key))
            .map(entry => say("above", `${file.name}: ${entry.value}`))).pop() ?? "";
    }

    private card(section: Section, kind: Kind | undefined, sections: Section[], isOpen: boolean): HTMLElement {
        const title = section.entries.find(entry => this.host.keys.common[0] === this.host.keys.find(kind, entry.key));
        const name = kind?.meaning.split(/[:,(]/)[0] ?? section.kind, heading = title?.value || section.id;
        const language = kind && kind.swedish === section.kind ? "sv" : "en";
        const remaining = this.host.keys.of(kind).filter(key => key.date || !section.entries.some(entry =>
            entry.key === key.key || entry.key === key.swedish));
        const add = el("select", {
            "aria-label": `${say("addKey")} ${heading}`, class: "add",
            onchange: () => this.add(section, remaining[Number(add.value)], language),
        }, el("option", { value: "" }, say("addKey")), ...remaining.map((key, at) =>
            el("option", { value: at, title: key.meaning }, labelOf(key, key.name ?? key.key) + (key.date ? ` (${nameIn(language, key)})` : ""))));
        return el("details", { id: `s-${section.kind}-${section.id}`, open: isOpen, class: "card" },
            el("summary", {}, el("span", { class: "kind" }, name.charAt(0).toUpperCase() + name.slice(1)), heading ? ` ${heading}` : ""),
            ...section.entries.map(entry => this.field(section, kind, entry, sections)),
            el("div", { class: "row" }, add, sections[0].line !== section.line && el("button", {
                type: "button", class: "quiet", "aria-label": `${say("remove")} ${name} ${heading}`,
                onclick: () => {
                    const now = this.now(section, "").section;
                    if (now)
                        this.host.change(removeSection(this.host.text(), now));
                },
            }, say("remove"))));
    }

    private field(section: Section, kind: Kind | undefined, entry: Entry, sections: Section[]): HTMLElement {
        const key = this.host.keys.find(kind, entry.key), id = this.idOf(section, entry.key);
        const write = (value: string) => {
            this.host.tried.delete(this.pathOf(section, entry.key));
            const now = this.now(section, entry.key).entry;
            if (now && now.value !== value.trim())
                this.host.change(value.trim() ? setValue(now, value) : removeEntry(now));
        };
        const input = this.control(key, kind?.swedish === section.kind, id, entry, sections, write);
        const label = labelOf(key, entry.key);
        return el("div", { class: "field" },
            el("label", { for: id }, label, key?.unit ? el("span", { class: "unit" }, ` ${key.unit}`) : null),
            el("div", { class: "row" }, input,
                key?.may_be_unknown && el("button", {
                    type: "button", class: "quiet", title: say("unknown"), "aria-label": `${say("unknown")}: ${label}`,
                    onclick: () => write("?"),
                }, "?"),
                el("button", {
                    type: "button", class: "quiet", title: say("remove"), "aria-label": `${say("remove")}: ${label}`,
                    onclick: () => write(""),
                }, "×")),
            key && this.slider(section, key, entry, id, label),
            key?.label && key.meaning !== key.label
                ? el("p", { class: "meaning", id: id + "-meaning" }, key.meaning + (key.example ? `. ${say("forExample")}: ${key.example}` : "")) : null,
            el("p", { class: "fault", id: id + "-fault" }));
    }

    private control(key: Key | undefined, isSwedish: boolean, id: string, entry: Entry, sections: Section[],
        write: (value: string) => void): HTMLElement {
        const shared = { id, onchange: (event: Event) => write((event.target as HTMLInputElement).value), "aria-describedby": `${id}-meaning ${id}-fault` };
        if (key?.takes_lines || entry.value.includes("\n"))
            return el("textarea", { ...shared, rows: Math.min(8, entry.value.split("\n").length + 1) });
        const words = (key?.words ?? []).map(word => isSwedish ? word.swedish : word.word);
        if (words.length && key?.kind.split(" ").length === 1 && words.includes(entry.value))
            return el("select", shared, ...words.map(word => el("option", {}, word)));
        const named = [...sections, ...this.host.isScenario() ? this.host.projectSections() : []]
            .filter(section => key?.targets?.includes(this.host.keys.kind(section.kind)?.section ?? "")).map(section => section.id);
        const offered = [...new Set([...named, ...words])];
        return el("span", { class: "control" },
            el("input", { ...shared, type: "text", autocomplete: "off", list: offered.length ? id + "-list" : undefined, placeholder: key?.example }),
            offered.length ? el("datalist", { id: id + "-list" }, ...offered.map(word => el("option", { value: word }))) : null);
    }

    /* Moves a number without changing the file. */
    private slider(section: Section, key: Key, entry: Entry, id: string, label: string): HTMLElement | null {
        const parts = NUMBER.exec(entry.value), stated = numberOf(entry.value);
        if (key.lowest === undefined || !parts || !stated || /[~\d]/.test(parts[3]))
            return null;
        const isPart = key.unit === "%", path = this.pathOf(section, entry.key);
        const most = isPart ? Math.max(stated, Math.min(100, (key.highest ?? 1) * 100)) : 2 * stated;
        const step = isPart ? 1 : 10 ** Math.max(0, Math.floor(Math.log10(stated)) - 2);
        const shown = (value: number) => String(value).replace(".", ",").replace(/\B(?=(\d{3})+(?!\d))/g, isPart ? "" : " ") + parts[3];
        return el("input", {
            type: "range", id: id + "-slider", min: 0, max: most, step, value: stated, "aria-label": `${say("trying")} ${label}`,
            oninput: (event: Event) => {
                const value = shown(Number((event.target as HTMLInputElement).value));
                (document.getElementById(id) as HTMLInputElement).value = value;
                if (value === entry.value)
                    this.host.tried.delete(path);
                else
                    this.host.tried.set(path, value);
                this.host.onTry();
            },
        });
    }

    /* Writes what is tried into its lines. */
    keep(): void {
        for (const [path, value] of [...this.host.tried])
            for (const section of outline(this.host.text()))
                for (const entry of section.entries)
                    if (this.pathOf(section, entry.key) === path) {
                        this.host.change(setValue(this.now(section, entry.key).entry!, value));
                        this.host.tried.delete(path);
                    }
        this.shape = "";
        this.show();
    }

    private add(section: Section, key: Key, language: string): void {
        const now = this.now(section, "").section, named = nameIn(language, key);
        const about = key.date ? prompt(`${named}: ${key.meaning}`, key.date === "year" ? "" : named.split(".")[0] + ".") : named;
        if (!now || !about?.trim())
            return this.show();
        const word = key.words?.[0], fallback = key.default || (word && (language === "sv" ? word.swedish : word.word)) || key.example || "";
        this.host.change(addEntry(this.host.text(), now, about.trim(), key.may_be_unknown ? "?" : fallback));
        document.getElementById(this.idOf(section, about.trim()))?.focus();
    }

    /* A section more: in a scenario one that the project has, or a new one of any kind. */
    private adder(sections: Section[]): HTMLElement {
        const language = sections.some(section => this.host.keys.kind(section.kind)?.section === section.kind &&
            this.host.keys.kind(section.kind)?.swedish !== section.kind) ? "en" : "sv";
        const there = this.host.isScenario() ? this.host.projectSections().filter(one =>
            !sections.some(section => section.kind === one.kind && section.id === one.id)) : [];
        const kinds = this.host.keys.kinds.filter(kind => kind.has_id || !sections.some(section =>
            section.kind === kind.section || section.kind === kind.swedish));
        const add = el("select", {
            id: "add-section", "aria-label": say("addSection"), class: "add", onchange: () => {
                const [from, at] = add.value.split(" "), old = there[Number(at)], kind = kinds[Number(at)];
                add.value = "";
                if (from === "old")
                    this.host.change(addSection(this.host.text(), old.kind, old.id, []));
                else
                    this.addKind(kind, language);
            },
        }, el("option", { value: "" }, say("addSection")),
            ...there.map((section, at) => el("option", { value: `old ${at}` }, `[${section.kind} ${section.id}]`)),
            ...kinds.map((kind, at) => el("option", { value: `new ${at}` }, `${kind.meaning} [${nameIn(language, kind)}]`)));
        return el("div", { class: "row" }, add);
    }

    private addKind(kind: Kind, language: string): void {
        const id = kind.has_id ? idOf(prompt(`${kind.meaning}. ${say("nameOf")}`) ?? "") : "";
        if (kind.has_id && !id)
            return;
        const needed = kind.keys.filter(key => key.required && !key.date);
        const own = needed.length ? needed : kind.keys.slice(0, 1);
        const entries = own.map(key => [nameIn(language, key), key.may_be_unknown ? "?" : key.example ?? key.default] as [string, string]);
        const isNew = this.host.isScenario() && this.host.keys.common.find(key => key.key === "new");
        this.host.change(addSection(this.host.text(), nameIn(language, kind), id, isNew ? [[nameIn(language, isNew), isNew.words?.[0] ? (language === "sv" ? "ja" : "yes") : ""], ...entries] : entries));
    }
}

function numberOf(value: string): number {
    const parts = NUMBER.exec(value);
    return parts ? Number(parts[2].replace(/\s/g, "").replace(",", ".")) : 0;
}
