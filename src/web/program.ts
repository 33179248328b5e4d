/* The program, as it is asked: words and files go in, what it says comes out. */

import type { Order, Reply } from "./worker";

export interface Told {
    severity: "error" | "warning";
    id: string;
    text: string;
    hint?: string;
    file?: string;
    line?: number;
    column?: number;
    end?: { line: number; column: number };
}

export interface Said {
    status: number;
    output: string;
    bytes: Uint8Array;
    told: Told[];
    written: Map<string, Uint8Array>;
}

interface Waiting {
    lane: string;
    order: Order;
    settle(reply: Reply | undefined): void;
}

export class Program {
    private worker?: Worker;
    private compiled?: WebAssembly.Module;
    private waiting: Waiting[] = [];
    private number = 0;
    files = new Map<string, Uint8Array>();
    onTrouble: (text: string) => void = () => {};

    constructor(private packed: string, private source: string) {}

    /* What it says; undefined if it was overtaken: of a lane only the newest question is answered. */
    async ask(lane: string, words: string[], files = this.files): Promise<Said | undefined> {
        this.overtake(lane);
        const reply = await new Promise<Reply | undefined>(settle => {
            const order = { number: ++this.number, words, files };
            this.waiting.push({ lane, order, settle });
            if (this.waiting.length === 1)
                this.send();
        });
        return reply && {
            status: reply.status, bytes: reply.output, written: reply.written,
            output: new TextDecoder().decode(reply.output), told: tellings(reply),
        };
    }

    /* What runs and is no longer asked for is ended with its worker. */
    private overtake(lane: string): void {
        const running = this.waiting[0];
        const old = this.waiting.filter(question => question.lane === lane);
        this.waiting = this.waiting.filter(question => question.lane !== lane);
        if (running && running !== this.waiting[0] && this.compiled) {
            this.worker?.terminate();
            this.worker = undefined;
            this.send();
        } else if (running && !this.compiled && old.includes(running)) {
            old.splice(old.indexOf(running), 1);
            this.waiting.unshift(running);
        }
        old.forEach(question => question.settle(undefined));
    }

    private send(): void {
        const next = this.waiting[0];
        if (!next)
            return;
        if (!this.worker) {
            const url = URL.createObjectURL(new Blob([this.source], { type: "text/javascript" }));
            this.worker = new Worker(url);
            this.worker.onmessage = (event: MessageEvent<Reply>) => this.take(event.data);
            this.worker.onerror = event => this.onTrouble(event.message);
            next.order.program = this.compiled ?? this.packed;
        }
        this.worker.postMessage(next.order);
    }

    private take(reply: Reply): void {
        if (reply.number !== this.waiting[0]?.order.number)
            return;
        this.compiled ??= reply.program;
        if (reply.trouble)
            this.onTrouble(reply.trouble);
        this.waiting.shift()!.settle(reply.trouble ? undefined : reply);
        this.send();
    }
}

/* Errors and warnings as data; what else stands there is told as it is. */
function tellings(reply: Reply): Told[] {
    try {
        return JSON.parse(reply.errors || "{}").diagnostics ?? [];
    } catch {
        return [{ severity: "error", id: "", text: reply.errors.trim() }];
    }
}
