#include <medfin/letter/html.h>

#include <stdlib.h>
#include <string.h>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <medfin/write/html.h>

#include "binding.h"
#include "fields.h"

/* Nothing but one of the letter's own marks. */
static bool is_own_mark(const char *html)
{
    bool is_block = text_begins(html, BOUND_BLOCK) || text_begins(html, BOUND_BLOCK_END);
    const char *close = is_block ? strstr(html, "-->") : NULL;
    if (close)
        return close[3 + strspn(close + 3, " \n")] == '\0';
    if (text_begins(html, BOUND_VALUE))
        html += strlen(BOUND_VALUE), html += strcspn(html, "\"<>&");
    return strcmp(html, "\">") == 0 || strcmp(html, BOUND_VALUE_END) == 0;
}

/* A mark goes into the page as it stands. */
static void keep_mark(cmark_node *element, cmark_node_type type)
{
    cmark_node *mark = cmark_node_new(type);
    cmark_node_set_on_enter(mark, cmark_node_get_literal(element));
    cmark_node_replace(element, mark);
    cmark_node_free(element);
}

/* A picture or a link gives way to its words. */
static void keep_words(cmark_node *element)
{
    for (cmark_node *word; (word = cmark_node_first_child(element));)
        cmark_node_insert_before(element, word);
    cmark_node_free(element);
}

/* To the web or to an address of mail: nothing that would run, and no file of the reader's. */
static bool leads_out(cmark_node *link)
{
    static const char *const schemes[] = { "http://", "https://", "mailto:" };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (text_begins(cmark_node_get_url(link), schemes[i]))
            return true;
    return false;
}

/* How many characters its words are, and the longest of them. */
static int words_width(cmark_node *cell, int *longest)
{
    int width = 0;
    *longest = 0;
    cmark_iter *walk = cmark_iter_new(cell);
    while (cmark_iter_next(walk) != CMARK_EVENT_DONE) {
        cmark_node *element = cmark_iter_get_node(walk);
        const char *text = cmark_node_get_type(element) == CMARK_NODE_TEXT ? cmark_node_get_literal(element) : "";
        width += text_columns(text);
        for (size_t size; *text; text += size + (text[size] == ' ')) {
            size = strcspn(text, " ");
            const int word = text_width(text, size);
            *longest = word > *longest ? word : *longest;
        }
    }
    cmark_iter_free(walk);
    return width;
}

/* What its columns take, where long words are broken in lines and figures are not. */
static int table_width(cmark_node *table, struct arena *arena)
{
    enum { LONGEST_TEXT = 26 };
    const int columns = cmark_gfm_extensions_get_table_columns(table);
    const unsigned char *set = cmark_gfm_extensions_get_table_alignments(table);
    int *widths = arena_take(arena, (size_t)columns + 1, sizeof *widths), width = 0;
    for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
        int at = 0;
        for (cmark_node *cell = cmark_node_first_child(row); cell && at < columns; cell = cmark_node_next(cell), at++) {
            int longest;
            const int words = words_width(cell, &longest), text = words < LONGEST_TEXT ? words : LONGEST_TEXT;
            const bool is_heading = row == cmark_node_first_child(table);
            const int takes = is_heading ? longest : set[at] == 'r' ? words : text;
            widths[at] = takes > widths[at] ? takes : widths[at];
        }
    }
    for (int i = 0; i < columns; i++)
        width += widths[i] + HTML_AROUND;
    return width;
}

/* What a table is called stands in a line of its own above it. */
static cmark_node *caption_of(cmark_node *table)
{
    enum { LONGEST_CAPTION = 60 };
    int longest;
    cmark_node *above = cmark_node_previous(table);
    bool is_line = above && cmark_node_get_type(above) == CMARK_NODE_PARAGRAPH;
    return is_line && words_width(above, &longest) <= LONGEST_CAPTION ? above : NULL;
}

/* A table that is too wide is scrolled within its own room, by the keyboard too; on paper it is smaller, or on its
   side, together with its caption. */
static void give_room(cmark_node *table, struct arena *arena)
{
    struct text opening = text_new(arena);
    text_addf(&opening, "<div class=\"table%s\" tabindex=\"0\" role=\"group\" aria-label=\"",
              html_form(table_width(table, arena)));
    html_escape(&opening, tr(N_("Table")));
    text_add(&opening, "\">");
    cmark_node *room = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(room, opening.bytes);
    cmark_node_set_on_exit(room, "</div>");
    cmark_node *caption = caption_of(table);
    cmark_node_insert_before(caption ? caption : table, room);
    if (caption)
        cmark_node_append_child(room, caption);
    cmark_node_unlink(table);
    cmark_node_append_child(room, table);
}

/* cmark leaves raw HTML out of a page; the letter's own marks are to stay, no picture is fetched, and no link leads to
   what is not of the web. */
static void make_fit(cmark_node *document, struct arena *arena)
{
    cmark_iter *walk = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
        cmark_node *element = cmark_iter_get_node(walk);
        cmark_node_type type = cmark_node_get_type(element);
        bool is_inline = type == CMARK_NODE_HTML_INLINE, is_html = is_inline || type == CMARK_NODE_HTML_BLOCK;
        if (is_html && is_own_mark(cmark_node_get_literal(element)))
            keep_mark(element, is_inline ? CMARK_NODE_CUSTOM_INLINE : CMARK_NODE_CUSTOM_BLOCK);
        else if (event == CMARK_EVENT_EXIT &&
                 (type == CMARK_NODE_IMAGE || (type == CMARK_NODE_LINK && !leads_out(element))))
            keep_words(element);
        else if (event == CMARK_EVENT_EXIT && strcmp(cmark_node_get_type_string(element), "table") == 0)
            give_room(element, arena);
    }
    cmark_iter_free(walk);
}

/* cmark takes memory of its own and ends the program when it gets none. */
static char *body_of(const char *markdown, struct arena *arena)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser, markdown, strlen(markdown));
    cmark_node *document = cmark_parser_finish(parser);
    make_fit(document, arena);
    char *body = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
    cmark_node_free(document);
    cmark_parser_free(parser);
    return body;
}

/* A heading of a table that says nothing is none. */
static void add_body(struct text *out, const char *body)
{
    static const char empty[] = "<th align=\"left\"></th>";
    for (const char *at; (at = strstr(body, empty)); body = at + sizeof empty - 1) {
        text_add_bytes(out, body, (size_t)(at - body));
        text_add(out, "<td></td>");
    }
    text_add(out, body);
}

const char *letter_html(const struct letter *letter, const char *markdown)
{
    const letter_field_list fields = letter_fields(letter);
    struct text out = text_new(letter->arena);
    char *body = body_of(markdown, letter->arena);
    html_begin(&out, letter->language, letter_field_find(&fields, "project.title")->shown, LOOKS_AS_LETTER);
    add_body(&out, body);
    html_end(&out);
    free(body);
    return out.bytes;
}
