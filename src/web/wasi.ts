/* Runs the program: one instance a command, over files that the caller keeps. The system's calls are WASI's, of which
   these are all that the program makes. */

export interface Files {
    /* The file's bytes, null of a folder, undefined if there is neither. */
    read(path: string): Uint8Array | null | undefined;
    write(path: string, bytes: Uint8Array): void;
}

export interface Answer {
    status: number;
    output: Uint8Array;
    errors: string;
}

interface Open {
    path: string;
    bytes: Uint8Array;
    at: number;
    written?: Sink;
}

const SUCCESS = 0, BAD_DESCRIPTOR = 8, PRESENT = 20, INVALID = 28, ABSENT = 44, NO_FOLDER = 54, IS_FOLDER = 31;
const STREAM = 2, FOLDER = 3, REGULAR = 4;
const CREATE = 1, EXCLUSIVE = 4, TRUNCATE = 8;
const ROOT = 3, FAILED_ASSERTION = 70;

class Exit extends Error {
    constructor(readonly status: number) {
        super();
    }
}

/* Bytes that grow at their end. */
export class Sink {
    private room = new Uint8Array(1 << 16);
    private size = 0;

    add(bytes: Uint8Array): void {
        if (this.size + bytes.length > this.room.length) {
            const grown = new Uint8Array(2 * (this.size + bytes.length));
            grown.set(this.bytes());
            this.room = grown;
        }
        this.room.set(bytes, this.size);
        this.size += bytes.length;
    }

    bytes(): Uint8Array {
        return this.room.subarray(0, this.size);
    }
}

export function run(module: WebAssembly.Module, words: string[], variables: string[], files: Files): Answer {
    const encoder = new TextEncoder(), decoder = new TextDecoder();
    const streams = [new Sink(), new Sink(), new Sink()];
    const open = new Map<number, Open>(), numbers = new Map<string, number>();
    let memory: WebAssembly.Memory;
    const view = () => new DataView(memory.buffer);
    const bytes = (at: number, size: number) => new Uint8Array(memory.buffer, at, size);
    const pathAt = (at: number, size: number) => "/" + decoder.decode(bytes(at, size)).replace(/^\.$/, "");

    /* What `arguments` and `environment` are: texts, each ended by a NUL, and where they begin. */
    const texts = (all: string[]) => {
        const encoded = all.map(text => encoder.encode(text + "\0"));
        return {
            sizes(count: number, size: number) {
                view().setUint32(count, encoded.length, true);
                view().setUint32(size, encoded.reduce((sum, text) => sum + text.length, 0), true);
                return SUCCESS;
            },
            get(places: number, at: number) {
                encoded.forEach((text, i) => {
                    view().setUint32(places + 4 * i, at, true);
                    bytes(at, text.length).set(text);
                    at += text.length;
                });
                return SUCCESS;
            },
        };
    };
    const args = texts(["medfin", ...words]), environment = texts(variables);

    const vectors = (at: number, count: number) => Array.from({ length: count }, (_, i) =>
        bytes(view().getUint32(at + 8 * i, true), view().getUint32(at + 8 * i + 4, true)));

    /* The same number for the same path, as a file has one. */
    const numberOf = (path: string) => {
        if (!numbers.has(path))
            numbers.set(path, numbers.size + 1);
        return BigInt(numbers.get(path)!);
    };

    /* What `stat` is told; streams have no name. */
    const describe = (at: number, kind: number, name = "", size = 0) => {
        bytes(at, 64).fill(0);
        view().setBigUint64(at + 8, name ? numberOf(name) : 0n, true);
        bytes(at + 16, 1)[0] = kind;
        view().setBigUint64(at + 32, BigInt(size), true);
        return SUCCESS;
    };

    const calls = {
        args_sizes_get: args.sizes,
        args_get: args.get,
        environ_sizes_get: environment.sizes,
        environ_get: environment.get,
        clock_time_get(_clock: number, _precision: bigint, at: number) {
            view().setBigUint64(at, BigInt(Math.round(performance.now() * 1e6)), true);
            return SUCCESS;
        },
        proc_exit(status: number) {
            throw new Exit(status);
        },
        fd_prestat_get(descriptor: number, at: number) {
            if (descriptor !== ROOT)
                return BAD_DESCRIPTOR;
            view().setUint32(at, 0, true);
            view().setUint32(at + 4, 1, true);
            return SUCCESS;
        },
        fd_prestat_dir_name(_descriptor: number, at: number) {
            bytes(at, 1)[0] = 47; /* / */
            return SUCCESS;
        },
        fd_fdstat_get(descriptor: number, at: number) {
            bytes(at, 24).fill(0);
            bytes(at, 1)[0] = descriptor < ROOT ? STREAM : descriptor === ROOT ? FOLDER : REGULAR;
            view().setBigUint64(at + 8, ~0n, true);
            view().setBigUint64(at + 16, ~0n, true);
            return SUCCESS;
        },
        fd_fdstat_set_flags: () => SUCCESS,
        path_filestat_get(_folder: number, _flags: number, path: number, size: number, at: number) {
            const name = pathAt(path, size), found = files.read(name);
            return found === undefined ? ABSENT : describe(at, found ? REGULAR : FOLDER, name, found?.length);
        },
        fd_filestat_get(descriptor: number, at: number) {
            const file = open.get(descriptor);
            return file ? describe(at, REGULAR, file.path, file.bytes.length) : describe(at, STREAM);
        },
        path_open(_folder: number, _look: number, path: number, size: number, how: number, _rights: bigint,
            _inherited: bigint, _flags: number, at: number) {
            const name = pathAt(path, size), found = files.read(name);
            if (found === null)
                return IS_FOLDER;
            if (found === undefined && !(how & CREATE))
                return ABSENT;
            if (found && how & EXCLUSIVE)
                return PRESENT;
            const folder = name.slice(0, name.lastIndexOf("/")) || "/";
            if (!found && files.read(folder) !== null)
                return files.read(folder) ? NO_FOLDER : ABSENT;
            const descriptor = ROOT + 1 + open.size, written = how & (CREATE | TRUNCATE) ? new Sink() : undefined;
            open.set(descriptor, { path: name, bytes: found ?? new Uint8Array(), at: 0, written });
            view().setUint32(at, descriptor, true);
            return SUCCESS;
        },
        fd_read(descriptor: number, at: number, count: number, done: number) {
            const file = open.get(descriptor);
            if (!file)
                return BAD_DESCRIPTOR;
            const from = file.at;
            for (const into of vectors(at, count)) {
                const piece = file.bytes.subarray(file.at, file.at + into.length);
                into.set(piece);
                file.at += piece.length;
            }
            view().setUint32(done, file.at - from, true);
            return SUCCESS;
        },
        fd_write(descriptor: number, at: number, count: number, done: number) {
            const sink = streams[descriptor] ?? open.get(descriptor)?.written, pieces = vectors(at, count);
            if (!sink)
                return BAD_DESCRIPTOR;
            pieces.forEach(piece => sink.add(piece));
            view().setUint32(done, pieces.reduce((sum, piece) => sum + piece.length, 0), true);
            return SUCCESS;
        },
        fd_seek: () => INVALID,
        fd_close(descriptor: number) {
            const file = open.get(descriptor);
            if (file?.written)
                files.write(file.path, file.written.bytes().slice());
            return SUCCESS;
        },
    };

    const instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: calls });
    memory = instance.exports.memory as WebAssembly.Memory;
    let status = 0;
    try {
        (instance.exports._start as () => void)();
    } catch (error) {
        status = error instanceof Exit ? error.status : FAILED_ASSERTION;
        if (!(error instanceof Exit))
            streams[2].add(encoder.encode(`${error}\n`));
    }
    return { status, output: streams[1].bytes(), errors: decoder.decode(streams[2].bytes()) };
}
