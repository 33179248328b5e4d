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

async function unpack(packed: string): Promise<WebAssembly.Module> {
    const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
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
