/* The program's table of keys: what a form shows of each is told there, and nothing of any key is known here. */

import type { Program } from "./program";
import { speaks } from "./words";

export interface Key {
    key: string;
    swedish: string;
    name?: string;
    date?: string;
    label?: string;
    kind: string;
    unit?: string;
    default: string;
    example?: string;
    meaning: string;
    required: boolean;
    may_be_unknown: boolean;
    takes_lines: boolean;
    lowest?: number;
    highest?: number;
    words?: { word: string; swedish: string }[];
    targets?: string[];
}

export interface Kind {
    section: string;
    swedish: string;
    meaning: string;
    has_id: boolean;
    keys: Key[];
}

export class Keys {
    common: Key[] = [];
    kinds: Kind[] = [];

    async load(program: Program): Promise<void> {
        const said = await program.ask("keys", ["help", "keys", "-f", "json", "--lang", speaks()], new Map());
        const [first, ...others] = JSON.parse(said?.output || '{"sections":[{"keys":[]}]}').sections as Kind[];
        this.common = first.keys;
        this.kinds = others;
    }

    kind(name: string): Kind | undefined {
        return this.kinds.find(kind => kind.section === name || kind.swedish === name);
    }

    /* All that a section of the kind may say, its own first. */
    of(kind: Kind | undefined): Key[] {
        return [...kind?.keys ?? [], ...this.common];
    }

    /* By either name; one that carries a time or another key is known by what stands before that. */
    find(kind: Kind | undefined, name: string): Key | undefined {
        const stem = name.slice(0, Math.max(0, name.indexOf("."))), all = this.of(kind);
        return all.find(key => key.key === name || key.swedish === name) ??
            all.find(key => key.date && stem && (stemOf(key.key) === stem || stemOf(key.swedish) === stem)) ??
            all.find(key => key.date && !stem && !key.key.includes(".") && /^\d{4}/.test(name));
    }
}

function stemOf(key: string): string {
    return key.slice(0, Math.max(0, key.indexOf(".")));
}

/* As the file's language has it. */
export function nameIn(language: string, named: { swedish: string; key?: string; section?: string }): string {
    return language === "sv" ? named.swedish : named.key ?? named.section ?? "";
}

export function labelOf(key: Key | undefined, name: string): string {
    const label = key?.label || key?.meaning || name, about = key?.date && name !== key.name ? name.replace(/^[^.]*\./, "") : "";
    return label.charAt(0).toUpperCase() + label.slice(1) + (about ? `, ${about}` : "");
}
