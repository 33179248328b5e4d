/* The page: what is open, what is shown, and what is saved. */

import { byId, download, el, tabs, tell } from "./dom";
import { bytesOf, fileOf, idOf, isUnsaved, LARGEST, textOf, type File_ } from "./files";
import { Form } from "./form";
import { Keys } from "./keys";
import { outline } from "./outline";
import { Program, type Said, type Told } from "./program";
import { showStart } from "./start";
import { Editor } from "./text";
import { Frame, parsed, views, viewTabs } from "./views";
import { say, speak, speaks, type Language, type Word } from "./words";

declare const WORKER: string;

const program = new Program(byId("program").textContent!, WORKER);
const keys = new Keys();
let files: File_[] = [], active: File_ | undefined, view = "check", told: Told[] = [], isFormShown = true, isWorked = false, waiting = 0;
const tried = new Map<string, string>();

const editor = new Editor(keys, () => {
    if (active?.state)
        active.state = editor.view.state;
    changed();
});
const form = new Form({
    keys, tried,
    text: () => editor.text(),
    change: change => editor.change(change),
    projectSections: () => outline(textOf(files.find(file => file.role === "project")!)),
    above: () => files.slice(files.indexOf(active!) + 1).filter(file => file.role === "scenario" && file.isOn)
        .map(file => ({ name: file.name, sections: outline(textOf(file)) })),
    isScenario: () => active?.role === "scenario",
    told: () => told.filter(fault => fault.file === active?.name && fault.line),
    onTry: () => {
        showTried();
        later(work);
    },
});
const frame = new Frame(byId("view"), explain, goTo, name => files.some(file => file.name === name));
const explained = new Frame(byId("explained"), explain, (file, line) => {
    (byId("explanation") as HTMLDialogElement).close();
    return goTo(file, line);
}, name => files.some(file => file.name === name));

/* ---- what is asked ---- */

/* The project and what is counted on top of it, with what is tried. */
function stack(): string[] {
    const on = files.filter(file => file.role === "scenario" && file.isOn).map(file => file.name);
    return [...files.filter(file => file.role === "project").map(file => file.name), ...on];
}

function sets(): string[] {
    return [...tried].flatMap(([path, value]) => ["--set", `${path}=${value}`]);
}

function command(words: string[], isCompared = false): string[] {
    const scenarios = files.filter(file => file.role === "scenario").map(file => file.name);
    const names = isCompared ? [stack()[0], ...scenarios, "base"] : stack();
    return [words[0], ...names, ...words.slice(1), ...sets(), "--lang", speaks(), "--diagnostics", "json"];
}

function later(then: () => void): void {
    clearTimeout(waiting);
    waiting = window.setTimeout(then, 120);
}

/* The text is another: shown at once where it stands, and worked anew soon. */
function changed(): void {
    if (active)
        form.show();
    showHead();
    later(work);
}

async function work(): Promise<void> {
    if (!active)
        return;
    program.files = new Map(files.map(file => ["/" + file.name, bytesOf(file)]));
    const said = await program.ask("check", command(["check", "-f", "html", "--paths"]));
    if (!said || !active)
        return;
    told = said.told;
    showTold();
    showVerdict(said);
    if (said.output)
        await showView(said);
}

function showVerdict(said: Said): void {
    const errors = said.told.filter(fault => fault.severity === "error").length, place = byId("verdict");
    const sentence = said.output ? parsed(said.output).querySelector("main > p.good, main > p.warning, main > p.bad, main > p.open") : null;
    const text = sentence?.textContent ?? say("faulty", String(errors));
    if (place.textContent !== text)
        place.textContent = text;
    place.className = sentence?.className ?? "bad";
    isWorked ||= Boolean(said.output);
    byId("stale").hidden = Boolean(said.output) || !isWorked;
    byId("view").classList.toggle("old", !said.output && isWorked);
}

async function showView(checked?: Said): Promise<void> {
    const chosen = views.find(one => one.name === view)!;
    if (view === "check" && checked)
        return frame.show(checked.output, true);
    if (chosen.compares && !files.some(file => file.role === "scenario"))
        return frame.show(el("p", {}, say("needsScenario")).outerHTML, false);
    byId("view").setAttribute("aria-busy", "true");
    if (chosen.drawn)
        byId("working").hidden = false;
    const said = await program.ask("view", command([...chosen.words, "-f", "html", ...chosen.explains ? ["--paths"] : []], chosen.compares));
    if (!said)
        return;
    byId("view").removeAttribute("aria-busy");
    byId("working").hidden = true;
    if (said.output)
        frame.show(said.output, chosen.explains);
    else
        frame.show(el("p", { class: "bad" }, sentences(said.told)).outerHTML, false);
}

function sentences(faults: Told[]): string {
    return faults.map(fault => [fault.text, fault.hint].filter(Boolean).join(". ")).join(" ");
}

async function explain(path: string): Promise<void> {
    const said = await program.ask("explain", command(["explain", path, "-f", "html"]));
    if (!said)
        return;
    explained.show(said.output || el("p", {}, sentences(said.told)).outerHTML, false);
    const dialog = byId("explanation") as HTMLDialogElement;
    if (!dialog.open)
        dialog.showModal();
    byId("explained").scrollTop = 0;
}

/* ---- what is shown ---- */

function showTold(): void {
    const list = byId("faults");
    list.replaceChildren(...told.map(fault => {
        const place = fault.file && fault.line ? `${fault.file}, ${say("line")} ${fault.line}: ` : "";
        return el("li", { class: fault.severity }, el("button", {
            type: "button", class: "link", onclick: () => fault.file && fault.line && goTo(fault.file, fault.line),
        }, place + fault.text), el("span", { class: "meaning" }, ` ${fault.hint || (fault.id === "file-unreadable" ? say("lacks") : "")}`));
    }));
    byId("fault-part").hidden = !told.length;
    byId("fault-head").textContent = `${say("faults")} (${told.length})`;
    editor.mark(told.filter(fault => fault.file === active?.name));
    form.show();
}

/* To a line of a file, in the form if it has a field there. */
function goTo(name: string, line: number): boolean {
    const file = files.find(one => one.name === name);
    if (!file)
        return false;
    choose(file);
    turn("left");
    if (!isFormShown || !form.goTo(line)) {
        showForm(false);
        editor.goTo(line);
    }
    return true;
}

function choose(file: File_): void {
    if (active !== file) {
        active = file;
        if (file.state)
            editor.open(file.state);
        form.show();
        showTold();
    }
    showFiles();
    showForm(isFormShown);
    showHead();
}

function showFiles(): void {
    const names = files.map(file => [file.name, file.name + (isUnsaved(file) ? " ●" : "")] as [string, string]);
    byId("file-tabs").replaceChildren(
        tabs(say("files"), names, active?.name ?? "", name => choose(files.find(file => file.name === name)!)),
        el("button", { type: "button", class: "quiet", id: "new-scenario", title: say("newScenario"), "aria-label": say("newScenario"), onclick: addScenario }, "+"));
    const scenarios = files.filter(file => file.role === "scenario");
    byId("counted").replaceChildren(...scenarios.map(file => el("label", {}, el("input", {
        type: "checkbox", ...(file.isOn ? { checked: true } : {}), onchange: (event: Event) => {
            file.isOn = (event.target as HTMLInputElement).checked;
            later(work);
        },
    }), ` ${file.name.replace(/\.ini$/, "")} ${say("counted")}`)));
}

function showForm(isForm: boolean): void {
    isFormShown = isForm;
    const isText = Boolean(active?.state);
    byId("form").hidden = !isForm || !isText || active?.role === "table";
    byId("text").hidden = isText && byId("form").hidden === false;
    byId("editor").hidden = !isText;
    byId("no-text").hidden = isText;
    byId("mode").replaceChildren(tabs(say("project"), [["form", say("form")], ["text", say("text")]], isForm ? "form" : "text",
        name => showForm(name === "form")));
    byId("mode").hidden = !isText || active?.role === "table";
}

function showHead(): void {
    const project = files.find(file => file.role === "project"), dirty = files.some(isUnsaved);
    const first = project && outline(textOf(project))[0];
    const title = first?.entries.find(entry => keys.find(keys.kind(first.kind), entry.key) === keys.common[0])?.value;
    byId("title").textContent = title ?? project?.name ?? "medfin";
    document.title = `${title ?? project?.name ?? ""} – medfin`.replace(/^ – /, "");
    byId("state").textContent = dirty ? `● ${say("unsaved")}` : say("allSaved");
    (byId("undo") as HTMLButtonElement).disabled = !editor.canUndo();
    (byId("redo") as HTMLButtonElement).disabled = !editor.canRedo();
    document.querySelectorAll<HTMLElement>("#file-tabs [role=tab]").forEach(tab => {
        const file = files.find(one => one.name === tab.dataset.name);
        tab.textContent = tab.dataset.name + (file && isUnsaved(file) ? " ●" : "");
    });
}

function showTried(): void {
    byId("tried").hidden = !tried.size;
    byId("tried-values").textContent = [...tried].map(([path, value]) => `${path} = ${value}`).join("; ");
}

/* All words of the page, in its language. */
function showWords(): void {
    document.querySelectorAll<HTMLElement>("[data-say]").forEach(one => one.textContent = say(one.dataset.say as Word));
    document.querySelectorAll<HTMLElement>("[data-label]").forEach(one => one.setAttribute("aria-label", say(one.dataset.label as Word)));
    document.querySelectorAll<HTMLElement>("[data-lang]").forEach(one => one.setAttribute("aria-pressed", String(one.dataset.lang === speaks())));
    viewTabs(view, chooseView);
    void showHandOn();
    turn(document.querySelector<HTMLElement>(".sides")!.dataset.side!);
}

/* On a narrow screen one side at a time. */
function turn(side: string): void {
    document.querySelector<HTMLElement>(".sides")!.dataset.side = side;
    byId("turn").replaceChildren(tabs(say("project"), [["left", say("entries")], ["right", say("figures")]], side, turn));
}

function chooseView(name: string): void {
    view = name;
    viewTabs(view, chooseView);
    later(() => void (view === "check" ? work() : showView()));
}

async function changeLanguage(language: Language): Promise<void> {
    speak(language);
    showWords();
    await keys.load(program);
    if (active) {
        choose(active);
        form.show();
        await work();
    } else
        await showStart(start);
}

/* ---- what is opened and saved ---- */

const start = { program, choose: () => byId("picker").click(), begin: (text: string) => begin(text) };

function begin(text: string): void {
    files = [fileOf("projekt.ini", new TextEncoder().encode(text), one => editor.stateOf(one)) as File_];
    files[0].saved = "";
    enter();
}

function enter(): void {
    tried.clear();
    showTried();
    form.reset();
    frame.show("", false);
    isWorked = false;
    byId("start").hidden = true;
    byId("work").hidden = false;
    active = undefined;
    choose(files.find(file => file.role === "project") ?? files[0]);
    void work();
    byId("title").focus();
}

async function take(given: File[]): Promise<void> {
    const read: File_[] = [], refused: string[] = [];
    for (const one of given) {
        if (one.size >= LARGEST) {
            refused.push(say("tooLarge", one.name));
            continue;
        }
        const bytes = await one.arrayBuffer().catch(() => undefined);
        const file = bytes ? fileOf(one.name, new Uint8Array(bytes), text => editor.stateOf(text)) : say("folder", one.name);
        if (typeof file === "string")
            refused.push(file);
        else
            read.push(file);
    }
    const project = read.find(file => file.role === "project"), old = files.find(file => file.role === "project");
    if (project && old && project.name !== old.name) {
        if (files.some(isUnsaved) && !confirm(say("another", project.name)))
            return tell(refused.join(" "));
        files = [];
    }
    for (const file of read) {
        const same = files.find(one => one.name === file.name);
        if (same && isUnsaved(same) && !confirm(say("again", file.name)))
            continue;
        files = [...files.filter(one => one !== same), file];
    }
    files.sort((one, other) => rank(one) - rank(other));
    if (!files.some(file => file.role === "project")) {
        refused.push(say("noProject"));
        return tell(refused.join(" "));
    }
    tell([...refused, read.length ? say("readAs", read.map(file => file.name).join(", ")) : ""].filter(Boolean).join(" "));
    enter();
}

function rank(file: File_): number {
    return ["project", "scenario", "table"].indexOf(file.role);
}

async function addScenario(): Promise<void> {
    const name = idOf(prompt(say("scenarioName"), "") ?? "");
    if (!name || files.some(file => file.name === name + ".ini"))
        return;
    let text = "[scenario]\n";
    for (const [path, value] of tried) {
        const [kind, id, ...key] = path.split(".");
        text += `\n[${kind}${key.length ? " " + id : ""}]\n${key.length ? key.join(".") : id} = ${value}\n`;
    }
    const file = fileOf(name + ".ini", new TextEncoder().encode(text), one => editor.stateOf(one)) as File_;
    file.saved = "";
    files.push(file);
    files.sort((one, other) => rank(one) - rank(other));
    tried.clear();
    showTried();
    choose(file);
    later(work);
}

function save(): void {
    const dirty = files.filter(isUnsaved), all = dirty.length ? dirty : active ? [active] : [];
    for (const file of all) {
        download(file.name, bytesOf(file), "text/plain;charset=utf-8");
        file.saved = textOf(file);
    }
    tell(say("savedAs", all.map(file => file.name).join(", ")));
    showHead();
}

/* What the program can write, as files to keep. */
async function showHandOn(): Promise<void> {
    const said = await program.ask("formats", ["report", "--help"], new Map());
    const formats = [["report", "html"], ["report", "xlsx"], ["letter", "html"], ["letter", "md"], ["budget", "csv"]]
        .filter(([, format]) => new RegExp(`^ {2}${format} `, "m").test(said?.output ?? ""));
    byId("hand-on").replaceChildren(el("option", { value: "" }, say("handOn")), ...formats.map(([name, format]) =>
        el("option", { value: `${name} ${format}` }, `${say(name as Word)} .${format}`)));
}

async function handOn(): Promise<void> {
    const choice = byId("hand-on") as HTMLSelectElement, [name, format] = choice.value.split(" ");
    choice.value = "";
    if (!name)
        return;
    const said = await program.ask("save", command([name, "-f", format]));
    if (!said?.bytes.length)
        return tell(sentences(said?.told ?? []));
    const file = `${stack()[0].replace(/\.ini$/, "")}-${say(name as Word).toLowerCase()}.${format}`;
    download(file, said.bytes, "application/octet-stream");
    tell(say("savedAs", file));
}

function toStart(): void {
    if (files.some(isUnsaved) && !confirm(say("leave")))
        return;
    files = [];
    active = undefined;
    byId("work").hidden = true;
    byId("start").hidden = false;
    document.title = "medfin";
    tell("");
    void showStart(start);
}

function listen(): void {
    const on = (id: string, then: () => void) => byId(id).addEventListener("click", then);
    on("open", start.choose);
    on("save", save);
    on("undo", () => editor.undo());
    on("redo", () => editor.redo());
    on("home", toStart);
    on("keep", () => {
        form.keep();
        showTried();
        later(work);
    });
    on("drop", () => {
        tried.clear();
        showTried();
        form.show();
        later(work);
    });
    on("close", () => (byId("explanation") as HTMLDialogElement).close());
    byId("hand-on").addEventListener("change", handOn);
    document.querySelectorAll<HTMLElement>("[data-lang]").forEach(one =>
        one.addEventListener("click", () => void changeLanguage(one.dataset.lang as Language)));
    const picker = byId("picker") as HTMLInputElement;
    picker.addEventListener("change", () => {
        void take([...picker.files ?? []]);
        picker.value = "";
    });
    addEventListener("dragover", event => event.preventDefault());
    addEventListener("drop", event => {
        event.preventDefault();
        void take([...event.dataTransfer?.files ?? []]);
    });
    addEventListener("beforeunload", event => files.some(isUnsaved) && event.preventDefault());
    addEventListener("keydown", event => {
        if ((event.ctrlKey || event.metaKey) && event.key === "s") {
            event.preventDefault();
            save();
        }
    });
    program.onTrouble = text => tell(say("trouble", text));
}

byId("editor").append(editor.view.dom);
listen();
speak(speaks());
showWords();
byId("start").hidden = false;
void showStart(start).then(() => keys.load(program));
