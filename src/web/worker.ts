/* The worker: runs commands one after another, each in an instance of its own. */

import { run, type Answer } from "./wasi";

export interface Order {
    number: number;
    program?: string | WebAssembly.Module; /* packed and in base 64, or compiled already */
    words: string[];
    files: Map<string, Uint8Array>;
}

export interface Reply extends Answer {
    number: number;
    written: Map<string, Uint8Array>;
    program?: WebAssembly.Module;
    trouble?: string;
}

let program: WebAssembly.Module | undefined;

/* Eleven letters of 94 as nine bytes, as build.mjs packs them: a number of three times 24 bits. */
function bytesOf(letters: string): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array((letters.length - 1) / 11 * 9);
    for (let at = 1, to = 0; at < letters.length; at += 11, to += 9) {
        const parts = [0, 0, 0];
        for (let i = at; i < at + 11; i++) {
            const letter = letters.charCodeAt(i);
            let more = (letter === 126 ? 60 : letter) - 32;
            for (let part = 2; part >= 0; part--) {
                more += parts[part] * 94;
                parts[part] = more & 0xffffff;
                more >>>= 24;
            }
        }
        parts.forEach((part, i) => bytes.set([part >> 16, part >> 8 & 255, part & 255], to + 3 * i));
    }
    return bytes.subarray(0, bytes.length - Number(letters[0]));
}

async function unpack(packed: string): Promise<WebAssembly.Module> {
    const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("deflate"));
    return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

async function obey(order: Order): Promise<Reply> {
    const isNew = !program, written = new Map<string, Uint8Array>();
    if (typeof order.program === "string")
        program = await unpack(order.program);
    program ??= order.program as WebAssembly.Module;
    const answer = run(program, order.words, [], {
        read: path => path === "/" ? null : written.get(path) ?? order.files.get(path) ?? order.files.get(path.replace(/^.*\//, "/")),
        write: (path, bytes) => written.set(path, bytes),
    });
    return { ...answer, number: order.number, written, program: isNew ? program : undefined };
}

/* In their order, though the first waits for the program. */
let last: Promise<void> = Promise.resolve();
self.onmessage = (event: MessageEvent<Order>) => {
    last = last.then(() => obey(event.data)).then(postMessage, error => postMessage({
        number: event.data.number, trouble: String(error),
    }));
};
