/* The page's own words. What keys, rules, questions and figures are called, the program says. */

import words from "./words.json";

export type Language = "sv" | "en";
export type Word = keyof typeof words;

let language: Language = navigator.languages?.some(name => name.startsWith("sv")) ? "sv" : "en";

export function speaks(): Language {
    return language;
}

export function speak(other: Language): void {
    language = other;
    document.documentElement.lang = other;
}

export function say(word: Word, argument = ""): string {
    return words[word][language].replace("{1}", () => argument);
}
