/* Markdown as one HTML page, by cmark-gfm. */

#include "letter_parts.h"

#include <stdlib.h>
#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

/* Reads well on a phone, on a screen and on A4 paper, and needs nothing beside it. */
static const char style[] =
    "body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 Georgia, 'Liberation Serif', serif;\n"
    "       color: #1a1a1a; background: #fff; }\n"
    "h1, h2, h3, table { font-family: Arial, 'Liberation Sans', sans-serif; line-height: 1.25; }\n"
    "h1 { font-size: 1.5em; } h2 { font-size: 1.2em; } h3 { font-size: 1em; }\n"
    "table { border-collapse: collapse; font-size: .875em; margin: .5em 0; }\n"
    "th, td { padding: .25em .5em; border-bottom: 1px solid #767676; vertical-align: top; text-align: left; }\n"
    "th[align=right], td[align=right] { text-align: right; white-space: nowrap; }\n"
    "@media (max-width: 40em) { table { display: block; overflow-x: auto; } }\n"
    "@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } }\n";

static void add_escaped(struct text *out, const char *raw)
{
    for (const char *at = raw; *at; at++) {
        const char *name = *at == '&' ? "&amp;" : *at == '<' ? "&lt;" : *at == '>' ? "&gt;" : *at == '"' ? "&quot;" : NULL;
        if (name)
            text_add(out, name);
        else
            text_add_bytes(out, at, 1);
    }
}

/* The letter's own marks are HTML, so raw HTML is let through, but for what would run or load;
   a value can hold none. cmark takes memory of its own and ends the program when it gets none. */
static char *body_of(const char *markdown)
{
    const int options = CMARK_OPT_UNSAFE;
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(options);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tagfilter"));
    cmark_parser_feed(parser, markdown, strlen(markdown));
    cmark_node *document = cmark_parser_finish(parser);
    char *body = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return body;
}

const char *letter_html(const struct letter *letter, const char *markdown)
{
    const letter_field_list fields = letter_fields(letter);
    struct text out = text_new(letter->arena);
    char *body = body_of(markdown);
    text_addf(&out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", language_code(letter->language));
    text_add(&out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    add_escaped(&out, letter_field_find(&fields, "project.title")->shown);
    text_addf(&out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n%s</main>\n</body>\n</html>\n", style, body);
    free(body);
    return out.bytes;
}
