/* The files that are open: the project, scenarios on top of it, and tables that they name. */

import { EditorState } from "@codemirror/state";
import { outline } from "./outline";
import { say } from "./words";

export const LARGEST = 64 * 1024 * 1024;

export interface File_ {
    name: string;
    role: "project" | "scenario" | "table";
    isOn: boolean;
    bytes?: Uint8Array; /* of what is no text to be edited */
    state?: EditorState;
    saved: string;
    hasMark: boolean; /* a byte order mark stands before it */
    hasReturns: boolean; /* every line ends with CR and LF */
}

/* By the file's first section, as the program does it. */
function roleOf(text: string): File_["role"] {
    const kind = outline(text)[0]?.kind.toLowerCase();
    return kind === "scenario" ? "scenario" : kind === "project" || kind === "projekt" ? "project" : "table";
}

/* What was read of a file; a sentence if it cannot be. */
export function fileOf(name: string, bytes: Uint8Array, stateOf: (text: string) => EditorState): File_ | string {
    const file: File_ = { name, role: "table", isOn: true, saved: "", hasMark: false, hasReturns: false };
    if (!/\.(ini|txt)$/i.test(name))
        return { ...file, bytes };
    let text: string;
    try {
        text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return say("noText", name);
    }
    if (text.includes("\0"))
        return say("noText", name);
    file.hasMark = text.startsWith("\ufeff");
    text = file.hasMark ? text.slice(1) : text;
    file.hasReturns = text.includes("\r\n") && !/(^|[^\r])\n|\r(?!\n)/.test(text);
    text = file.hasReturns ? text.replaceAll("\r\n", "\n") : text;
    return { ...file, role: roleOf(text), state: stateOf(text), saved: text };
}

export function textOf(file: File_): string {
    return file.state?.doc.toString() ?? "";
}

/* As it was but for what was changed. */
export function bytesOf(file: File_): Uint8Array {
    const text = textOf(file);
    const whole = (file.hasMark ? "\ufeff" : "") + (file.hasReturns ? text.replaceAll("\n", "\r\n") : text);
    return file.bytes ?? new TextEncoder().encode(whole);
}

export function isUnsaved(file: File_): boolean {
    return !file.bytes && textOf(file) !== file.saved;
}

/* An id of a name in words. */
export function idOf(name: string): string {
    return name.trim().toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "");
}
