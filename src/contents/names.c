#include <medfin/contents/names.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/model/payer.h>

const char *payer_title(const struct doc *doc, const struct section *payer)
{
    if (payer_funder(payer) || fact_is_stated(&payer->title))
        return section_title(payer);
    return arena_text(doc->arena, "%s, %s", tr(N_("Membership fees")), payer->id);
}

const char *key_title(const struct key *key)
{
    return key->label ? tr(key->label) : "";
}

const char *key_meaning(struct arena *arena, const struct key *key)
{
    const char *meaning = strcmp(key->name, "amount") == 0 ? key_title(key) : tr(key->meaning);
    return arena_text(arena, "%.*s", (int)strcspn(meaning, ",;"), meaning);
}

const char *asked_figure_title(struct doc *doc, const struct asked_figure *figure)
{
    const char *label = tr(figure->of->label);
    return figure->year ? arena_text(doc->arena, "%s, %d", label, figure->year) : label;
}

bool source_is_assumption(const char *source)
{
    return source && (text_same(source, "assumption") || text_same(source, "antagande"));
}

const char *source_title(const char *source)
{
    if (!source)
        return tr(N_("no source stated"));
    return source_is_assumption(source) ? tr(N_("assumption")) : source;
}

const char *doc_word(const struct doc *doc, const struct word *words, int64_t code)
{
    const struct word *word = word_of_code(words, (int)code);
    return doc->language == LANGUAGE_SV ? word->swedish : word->english;
}

const char *choice_list(const struct doc *doc, const struct word *words)
{
    struct text list = text_new(doc->arena);
    for (const struct word *word = words; word->english; word++)
        text_addf(&list, "%s%s", word == words ? "" : ", ",
                  doc->language == LANGUAGE_SV ? word->swedish : word->english);
    return list.bytes;
}
