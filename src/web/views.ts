/* What the program shows: its own pages in a shadow root, each figure a button that asks how it was made. */

import { byId, el, tabs } from "./dom";
import { say, type Word } from "./words";

export interface View {
    name: Word;
    words: string[];
    explains: boolean; /* each figure can be asked about */
    compares?: boolean; /* each scenario is a column of its own */
    drawn?: boolean; /* takes seconds */
}

export const views: View[] = [
    { name: "check", words: ["check"], explains: true },
    { name: "budget", words: ["budget"], explains: true },
    { name: "liquidity", words: ["liquidity"], explains: true },
    { name: "compare", words: ["compare"], explains: false, compares: true },
    { name: "simulate", words: ["simulate"], explains: false, drawn: true },
    { name: "sensitivity", words: ["sensitivity"], explains: false, drawn: true },
    { name: "fees", words: ["fees"], explains: false },
    { name: "activities", words: ["activities"], explains: false },
    { name: "report", words: ["report"], explains: false, drawn: true },
];

export function parsed(page: string): Document {
    return new DOMParser().parseFromString(page, "text/html");
}

/* A page of the program's where it leaves the rest of this page alone. */
export class Frame {
    private root: ShadowRoot;

    constructor(place: HTMLElement, private onPath: (path: string, text: string) => void,
        private onPlace: (file: string, line: number) => boolean, private knows: (file: string) => boolean) {
        this.root = place.attachShadow({ mode: "open" });
        this.root.addEventListener("click", event => this.click(event as MouseEvent));
    }

    show(page: string, explains: boolean): void {
        const read = parsed(page), style = el("style", {}, (read.querySelector("style")?.textContent ?? "")
            .replace(/\bhtml\{/g, ":host{").replace(/(^|\n)body\{/g, "$1.whole{").replace(/\bmain\{/g, ".main{") + OWN);
        const main = el("div", { class: "main" }), whole = el("div", { class: "whole", lang: read.documentElement.lang }, main);
        main.append(...(read.querySelector("main") ?? read.body).childNodes);
        if (explains)
            main.querySelectorAll<HTMLElement>("[data-path]").forEach(cell => this.ask(cell));
        this.places(main);
        this.root.replaceChildren(style, whole);
    }

    private ask(cell: HTMLElement): void {
        const button = el("button", { type: "button", class: "ask", title: say("howMade"), "data-ask": cell.dataset.path });
        button.append(...cell.childNodes);
        cell.append(button);
    }

    /* "project.ini:31" leads to that line, if the file is here. */
    private places(main: HTMLElement): void {
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT), found: Text[] = [];
        while (walker.nextNode())
            if (/\S+\.\w+:\d+/.test(walker.currentNode.textContent ?? ""))
                found.push(walker.currentNode as Text);
        for (const node of found)
            node.replaceWith(...node.data.split(/(\S+\.\w+:\d+)/).map((part, at) => {
                const [file, line] = part.split(/:(?=\d+$)/);
                return at % 2 && this.knows(file) ? el("button", { type: "button", class: "ask", "data-file": file, "data-line": line }, part) : part;
            }));
    }

    private click(event: MouseEvent): void {
        const target = (event.target as HTMLElement).closest<HTMLElement>("button, a");
        if (target?.dataset.ask)
            this.onPath(target.dataset.ask, target.textContent ?? "");
        else if (target?.dataset.file)
            this.onPlace(target.dataset.file, Number(target.dataset.line));
        else if (target instanceof HTMLAnchorElement && target.hash) {
            event.preventDefault();
            this.root.getElementById(target.hash.slice(1))?.scrollIntoView();
        }
    }
}

const OWN = `
.main{max-width:none;padding:.5rem 0 1rem}h1{font-size:1.35rem}h2{font-size:1.2rem;margin-top:2rem}
.ask{font:inherit;color:inherit;background:none;border:0;border-bottom:1px dotted #4a5665;padding:0;cursor:pointer;text-align:inherit}
.ask:hover{background:#e3eefb}
@media (max-width:40rem){caption span{max-width:calc(100vw - 3rem)}}`;

/* The row of views. */
export function viewTabs(chosen: string, choose: (name: string) => void): void {
    byId("view-tabs").replaceChildren(tabs(say("views"), views.map(view => [view.name, say(view.name)]), chosen, choose));
}
