/* A page writes no letter in Word, and reads none: see src/sheet/word.c. */

#include <medfin/sheet/word.h>

const struct source *word_document_read(const char *name, const char *bytes, size_t size, struct arena *arena,
                                        struct diags *diags)
{
    (void)bytes, (void)size, (void)arena;
    diag_add(diags, DIAG_LETTER_UNBOUND, ((struct place){ 0 }), ARGS(arg_text(name)));
    return NULL;
}
