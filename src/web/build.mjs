/* usage: node build.mjs NPM medfin.zlib medfin.html
   The page as one file: the script, its worker and the program within, packed, and no other script allowed. */

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const [, , npm, program, page] = process.argv, here = dirname(fileURLToPath(import.meta.url));
const { buildSync } = createRequire(join(npm, "package.json"))("esbuild");

function script(name, define = {}) {
    const made = buildSync({
        entryPoints: [join(here, name)], bundle: true, minify: true, write: false, format: "iife", target: "es2022",
        legalComments: "none", nodePaths: [join(npm, "node_modules")], define,
    });
    return made.outputFiles[0].text;
}

const packed = bytes => gzipSync(bytes, { level: 9 }).toString("base64");

/* Nine bytes as eleven letters of 94, less by a twelfth than base64: from the blank on, with "~" in the place of "<". In
   front stands how many bytes of the last nine are none. */
function dense(bytes) {
    const none = (9 - bytes.length % 9) % 9, padded = Buffer.concat([bytes, Buffer.alloc(none)]);
    const letters = Buffer.alloc(padded.length / 9 * 11);
    for (let at = 0; at < padded.length; at += 9) {
        let left = BigInt("0x" + padded.toString("hex", at, at + 9));
        for (let i = 10; i >= 0; i--, left /= 94n) {
            const digit = Number(left % 94n) + 32;
            letters[at / 9 * 11 + i] = digit === 60 ? 126 : digit;
        }
    }
    return none + letters.toString("latin1");
}

const start = readFileSync(join(here, "unpack.js"), "utf8");
const parts = {
    HASH: "sha256-" + createHash("sha256").update(start).digest("base64"),
    STYLE: readFileSync(join(here, "style.css"), "utf8"),
    PROGRAM: dense(readFileSync(program)),
    PACKED: packed(script("main.ts", { WORKER: JSON.stringify(script("worker.ts")) })),
    START: start,
};
const template = readFileSync(join(here, "page.html"), "utf8");
writeFileSync(page, template.replace(/@([A-Z]+)@/g, (_, name) => parts[name]));
