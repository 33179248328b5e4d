/* usage: node node.mjs medfin.wasm WORD…
   The program as a browser runs it, over the files of this machine. */

import { existsSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "../../src/web/wasi";

const [, , program, ...words] = process.argv;

/* The C library takes the root for the folder that it is in: a path is absolute if it begins as those here do. */
const placed = (path: string) => existsSync(path.replace(/^(\/[^/]*).*/, "$1")) && !path.startsWith("/..") ? path : resolve("." + path);
const files = {
    read(path: string) {
        const status = statSync(placed(path), { throwIfNoEntry: false });
        return !status ? undefined : status.isDirectory() ? null : new Uint8Array(readFileSync(placed(path)));
    },
    write: (path: string, bytes: Uint8Array) => writeFileSync(placed(path), bytes),
};
const writeAll = (descriptor: number, bytes: Uint8Array) => {
    for (let at = 0; at < bytes.length;)
        at += writeSync(descriptor, bytes, at);
};
const variables = Object.entries(process.env).map(([name, value]) => `${name}=${value}`);
const answer = run(new WebAssembly.Module(readFileSync(program)), words, variables, files);
writeAll(1, answer.output);
writeAll(2, new TextEncoder().encode(answer.errors));
process.exitCode = answer.status;
