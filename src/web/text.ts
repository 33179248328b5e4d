/* The text, in CodeMirror: one editor, a state for each file, so that the form and the text have one history. */

import { autocompletion, type CompletionContext } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { labelOf, nameIn, type Keys } from "./keys";
import { outline, type Change } from "./outline";
import type { Told } from "./program";
import { say, speaks } from "./words";

const ini = StreamLanguage.define<{ value: boolean }>({
    startState: () => ({ value: false }),
    token(stream, state) {
        if (stream.sol())
            state.value = /^\s/.test(stream.string);
        if (stream.eatSpace())
            return null;
        if (stream.peek() === ";" && (stream.pos === 0 || /\s/.test(stream.string[stream.pos - 1]))) {
            stream.skipToEnd();
            return "comment";
        }
        if (!state.value && stream.match(/^\[[^\]]*\]?/))
            return "heading";
        if (!state.value && stream.match(/^[^=;]+?(?=\s*=)/))
            return "propertyName";
        if (stream.eat("=")) {
            state.value = true;
            return "operator";
        }
        if (!stream.match(/^\S+/))
            stream.next();
        return "string";
    },
});

const colours = HighlightStyle.define([
    { tag: tags.comment, color: "#5a6672", fontStyle: "italic" },
    { tag: tags.heading, color: "#1d4e89", fontWeight: "600" },
    { tag: tags.propertyName, color: "#5b2a86" },
]);

export class Editor {
    view: EditorView;

    constructor(private keys: Keys, private onChange: () => void) {
        this.view = new EditorView({ state: this.stateOf("") });
        this.view.scrollDOM.tabIndex = 0; /* scrolled by keys too */
    }

    stateOf(text: string): EditorState {
        return EditorState.create({
            doc: text,
            extensions: [
                EditorState.lineSeparator.of("\n"), lineNumbers(), history(), drawSelection(), highlightActiveLine(),
                highlightSelectionMatches(), search({ top: true }), lintGutter(), ini, syntaxHighlighting(colours),
                autocompletion({ override: [context => this.complete(context)] }),
                hoverTooltip((view, at) => this.hover(view, at)),
                keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping,
                EditorView.clipboardInputFilter.of(text => text.replace(/\ufeff/g, "").replace(/\r\n?/g, "\n")),
                EditorView.contentAttributes.of({ "aria-label": say("textArea") }),
                EditorView.updateListener.of(update => update.docChanged && this.onChange()),
            ],
        });
    }

    open(state: EditorState): void {
        this.view.setState(state);
    }

    change(changes: Change | Change[]): void {
        this.view.dispatch({ changes });
    }

    text(): string {
        return this.view.state.doc.toString();
    }

    undo = () => undo(this.view);
    redo = () => redo(this.view);
    canUndo = () => undoDepth(this.view.state) > 0;
    canRedo = () => redoDepth(this.view.state) > 0;

    /* Marks what is told of this file at its place. */
    mark(told: Told[]): void {
        const doc = this.view.state.doc;
        const place = (line: number, column: number) => {
            const at = doc.line(Math.min(Math.max(1, line), doc.lines));
            const characters = [...at.text].slice(0, column - 1).join("");
            return Math.min(at.from + characters.length, at.to);
        };
        this.view.dispatch(setDiagnostics(this.view.state, told.filter(fault => fault.line).map(fault => {
            const from = place(fault.line!, fault.column ?? 1);
            const to = fault.end ? place(fault.end.line, fault.end.column) : from;
            return {
                from, to: Math.max(from, to), severity: fault.severity,
                message: fault.text + (fault.hint ? `\n${fault.hint}` : ""),
            };
        })));
    }

    goTo(line: number): void {
        const at = this.view.state.doc.line(Math.min(Math.max(1, line), this.view.state.doc.lines));
        this.view.dispatch({ selection: { anchor: at.from }, effects: EditorView.scrollIntoView(at.from, { y: "center" }) });
        this.view.focus();
    }

    /* The section that a place is in, and its kind. */
    private around(at: number) {
        const sections = outline(this.text()), section = [...sections].reverse().find(one => one.start <= at);
        return { section, kind: section && this.keys.kind(section.kind) };
    }

    private complete(context: CompletionContext) {
        const line = context.state.doc.lineAt(context.pos), before = line.text.slice(0, context.pos - line.from);
        const { section, kind } = this.around(line.from);
        const head = /^\[([\p{L}_]*)$/u.exec(before), key = /^([\p{L}_.]*)$/u.exec(before);
        const value = /^([^=\s]+)\s*=\s*(\S*)$/.exec(before), language = section && kind?.swedish === section.kind ? "sv" : speaks();
        const options = head ? this.keys.kinds.map(one => ({ label: nameIn(speaks(), one), detail: one.meaning }))
            : value ? (this.keys.find(kind, value[1])?.words ?? []).map(word => ({ label: language === "sv" ? word.swedish : word.word }))
            : key && kind ? this.keys.of(kind).map(one => ({ label: nameIn(language, one), detail: one.label || one.meaning })) : [];
        const word = head?.[1] ?? value?.[2] ?? key?.[1] ?? "";
        return options.length && (word || context.explicit) ? { from: context.pos - word.length, options } : null;
    }

    private hover(_view: EditorView, at: number) {
        const { section, kind } = this.around(at), entry = section?.entries.find(one => at >= one.start && at < one.from);
        const key = entry && this.keys.find(kind, entry.key);
        if (!entry || !key)
            return null;
        return {
            pos: entry.start,
            create: () => {
                const dom = document.createElement("div");
                dom.className = "hover";
                dom.textContent = `${labelOf(key, entry.key)}: ${key.meaning}`;
                return { dom };
            },
        };
    }
}
