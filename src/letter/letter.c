#include <medfin/letter/letter.h>

#include <string.h>

#include <medfin/base/text.h>
#include <medfin/letter/head.h>

#include "extent.h"
#include "writing.h"

const char *letter_write(const struct letter *letter, const struct source *text, struct diags *diags)
{
    static const char byte_order_mark[] = "\xef\xbb\xbf";
    if (!template_extent_check(text, diags))
        return NULL;
    letter_field_list fields = letter_fields(letter);
    struct writing writing = { .letter = letter,
                               .fields = &fields,
                               .out = text_new(letter->arena),
                               .subject = letter->funder ? &letter->funder->section : NULL,
                               .text = text,
                               .diags = diags };
    int errors = diags_errors(diags);
    size_t skip = strncmp(text->bytes, byte_order_mark, 3) == 0 ? 3 : 0;
    letter_expand(&writing, text->bytes + skip, text->size - skip);
    return diags_errors(diags) == errors ? letter_with_head(letter, writing.out.bytes, writing.out.size) : NULL;
}
