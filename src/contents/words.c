/* Words of the tables of values in a doc's language. */

#include <medfin/contents/words.h>

#include <medfin/base/text.h>

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
