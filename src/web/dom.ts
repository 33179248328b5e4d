/* Elements, in a line each. */

type Child = Node | string | null | undefined | false;

export function el<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, properties: Record<string, unknown> = {},
    ...children: Child[]): HTMLElementTagNameMap[Tag] {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
        if (name.startsWith("on"))
            element.addEventListener(name.slice(2), value as EventListener);
        else if (value !== undefined && value !== false && value !== null)
            element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter(child => child !== null && child !== undefined && child !== false) as (Node | string)[]);
    return element;
}

export function byId(id: string): HTMLElement {
    return document.getElementById(id)!;
}

/* What happened, shown for a while and read aloud. */
export function tell(text: string): void {
    const line = byId("told");
    line.textContent = text;
    line.hidden = !text;
}

/* Hands the bytes to the browser as a file to keep. */
export function download(name: string, bytes: Uint8Array, type: string): void {
    const url = URL.createObjectURL(new Blob([bytes], { type }));
    el("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
}

/* A row of buttons of which one is chosen; arrows go from one to the next. */
export function tabs(label: string, names: [string, Child][], chosen: string, choose: (name: string) => void): HTMLElement {
    const list = el("div", { role: "tablist", "aria-label": label, class: "tabs" });
    for (const [name, text] of names)
        list.append(el("button", {
            role: "tab", type: "button", "data-name": name, "aria-selected": name === chosen, tabindex: name === chosen ? 0 : -1,
            onclick: () => choose(name),
        }, text));
    list.querySelectorAll("button").forEach(tab => tab.setAttribute("aria-selected", String(tab.dataset.name === chosen)));
    list.addEventListener("keydown", event => {
        const all = [...list.querySelectorAll("button")], at = all.indexOf(document.activeElement as HTMLButtonElement);
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (!step || at < 0)
            return;
        event.preventDefault();
        const next = all[(at + step + all.length) % all.length].dataset.name!;
        choose(next);
        document.querySelector<HTMLElement>(`[role=tab][data-name="${CSS.escape(next)}"]`)?.focus();
    });
    return list;
}
