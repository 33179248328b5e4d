/* The start: open files, or begin with the program's questions, a blank project or one of its examples. */

import { byId, el } from "./dom";
import type { Program, Said } from "./program";
import { say, speaks } from "./words";

interface Question {
    id: string;
    swedish: string;
    text: string;
    unit: string;
    default: string;
    example: string;
    required: boolean;
    repeats: boolean;
    choices?: { choice: string; swedish: string }[];
}

export interface StartHost {
    program: Program;
    choose(): void;
    begin(text: string): void;
}

const ANSWERS = "svar.txt";

export async function showStart(host: StartHost): Promise<void> {
    const program = host.program, lang = ["--lang", speaks()];
    const begin = async (words: string[]) => {
        const said = await program.ask("start", ["init", ...words, ...lang], new Map());
        if (said?.status === 0)
            host.begin(said.output);
    };
    const place = byId("start");
    place.replaceChildren(
        el("h1", {}, "medfin"), el("p", { class: "pitch" }, say("pitch")), el("p", { class: "stays" }, say("stays")),
        el("div", { class: "ways" },
            el("section", {}, el("h2", {}, say("openFiles")),
                el("button", { type: "button", class: "main", id: "choose", onclick: host.choose }, say("openFiles")), el("p", {}, say("dropHere"))),
            el("section", {}, el("h2", {}, say("begin")),
                el("button", { type: "button", class: "main", id: "ask", onclick: () => showQuestions(host) }, say("fiveQuestions")),
                el("button", { type: "button", id: "blank", onclick: () => begin(["--blank"]) }, say("blank")),
                el("h3", {}, say("examples")), el("ul", { id: "examples" }))));
    const said = await program.ask("examples", ["init", "--help", ...lang], new Map());
    byId("examples")?.replaceChildren(...starters(said).map(([name, meaning]) =>
        el("li", {}, el("button", { type: "button", class: "link", onclick: () => begin(["--like", name]) }, meaning))));
}

/* The last list of more than one row that the help shows is of projects to begin with. */
function starters(said: Said | undefined): string[][] {
    const lists = (said?.output ?? "").split("\n\n").map(block =>
        [...block.matchAll(/^ {2}([a-z]+) {2,}(.+)$/gm)].map(row => [row[1], row[2]]));
    return lists.filter(rows => rows.length > 1).pop() ?? [];
}

async function showQuestions(host: StartHost): Promise<void> {
    const said = await host.program.ask("start", ["init", "--questions", "-f", "json", "--lang", speaks()], new Map());
    const questions = JSON.parse(said?.output || '{"questions":[]}').questions as Question[];
    const form = el("form", { class: "questions", onsubmit: (event: Event) => {
        event.preventDefault();
        answer(host, form);
    } });
    const groups = new Map<string, Question[]>();
    for (const question of questions) {
        const group = question.id.split(".")[0];
        groups.set(group, [...groups.get(group) ?? [], question]);
    }
    for (const group of groups.values())
        form.append(fieldset(group, 1));
    form.append(el("div", { class: "row" },
        el("button", { type: "submit", class: "main", id: "make" }, say("make")),
        el("button", { type: "button", onclick: () => showStart(host) }, say("back"))), el("p", { id: "refused", role: "alert" }));
    byId("start").replaceChildren(el("h1", {}, say("fiveQuestions")), el("p", {}, say("fiveMeaning")), form);
    form.querySelector("input")?.focus();
}

/* The questions of one thing; what there can be several of is asked again. */
function fieldset(group: Question[], number: number): HTMLElement {
    const set = el("fieldset", {}, el("legend", {}, group[0].text + (number > 1 ? ` (${number})` : "")));
    group.forEach((question, at) => {
        const name = (speaks() === "sv" ? question.swedish : question.id).replace(".N.", `.${number}.`), id = "q-" + name;
        const choices = question.choices?.map(choice => speaks() === "sv" ? choice.swedish : choice.choice);
        const hint = [question.example && `${say("forExample")}: ${question.example}`, question.required && say(question.repeats ? "neededWith" : "required")].filter(Boolean).join(" · ");
        set.append(el("div", { class: "field" },
            el("label", { for: id, class: at ? "" : "unseen" }, question.text),
            choices ? el("select", { id, name }, el("option", { value: "" }, "–"), ...choices.map(choice => el("option", {}, choice)))
                : el("input", { id, name, type: "text", autocomplete: "off", "aria-describedby": id + "-hint" }),
            el("p", { class: "meaning", id: id + "-hint" }, hint), el("p", { class: "fault error", id: id + "-fault" })));
    });
    if (group[0].repeats) {
        const more = el("button", { type: "button", class: "quiet", onclick: () => {
            const next = fieldset(group, number + 1);
            more.remove();
            set.after(next);
            next.querySelector("input")?.focus();
        } }, `+ ${say("more")}`);
        set.append(more);
    }
    return set;
}

async function answer(host: StartHost, form: HTMLFormElement): Promise<void> {
    const fields = [...form.querySelectorAll<HTMLInputElement>("input, select")];
    const text = fields.map(field => `${field.name} = ${field.value}\n`).join("");
    const said = await host.program.ask("start", ["init", "--answers", ANSWERS, "--lang", speaks(), "--diagnostics", "json"],
        new Map([["/" + ANSWERS, new TextEncoder().encode(text)]]));
    if (!said)
        return;
    if (said.status === 0)
        return host.begin(said.output);
    form.querySelectorAll(".fault").forEach(note => note.textContent = "");
    for (const fault of said.told) {
        const field = fields[(fault.line ?? 0) - 1], note = field && document.getElementById(field.id + "-fault");
        (note ?? byId("refused")).append(`${fault.text}${fault.hint ? ` (${fault.hint})` : ""} `);
    }
    fields[(said.told.find(fault => fault.line)?.line ?? 0) - 1]?.focus();
}
