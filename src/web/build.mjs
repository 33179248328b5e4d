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

/* Four bytes as five letters of 85, a sixteenth less than base64: from "(" on, with "}" in the place of "<". In front
   stands how many bytes of the last four are none. */
function dense(bytes) {
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]), letters = Buffer.alloc(padded.length / 4 * 5);
    for (let at = 0; at < padded.length; at += 4)
        for (let left = padded.readUInt32BE(at), i = 4; i >= 0; i--, left = Math.floor(left / 85)) {
            const digit = left % 85 + 40;
            letters[at / 4 * 5 + i] = digit === 60 ? 125 : digit;
        }
    return padded.length - bytes.length + letters.toString("latin1");
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
