#include <medfin/write/html.h>

#include <string.h>

#include <medfin/doc/table_text.h>

#include "html_chart.h"
#include "html_style.h"
#include "html_table.h"

enum { DEEPEST_HEADING = 6, LISTED_LEVEL = 2, FEWEST_LISTED = 3 };

void html_escape(struct text *out, const char *raw)
{
    static const struct {
        char byte;
        const char *escaped;
    } marks[] = { { '&', "&amp;" }, { '<', "&lt;" }, { '>', "&gt;" }, { '"', "&quot;" }, { '\'', "&#39;" } };
    for (const char *at = shown_text(out->arena, raw); *at;) {
        size_t plain = strcspn(at, "&<>\"'");
        text_add_bytes(out, at, plain);
        at += plain;
        for (size_t i = 0; *at && i < sizeof marks / sizeof *marks; i++)
            if (marks[i].byte == *at) {
                text_add(out, marks[i].escaped);
                at++;
                break;
            }
    }
}

void html_add(struct html *html, const char *raw)
{
    html_escape(html->out, raw);
}

static void add_style(struct text *out, const char *const *parts)
{
    for (const char *const *part = parts; *part; part++)
        text_add(out, *part);
}

const char *html_form(int width)
{
    return width > HTML_SIDEWAYS  ? " wide dense tiny"
           : width > HTML_DENSE   ? " wide dense"
           : width > HTML_UPRIGHT ? " dense"
                                  : "";
}

/* Even what would slip through could not run: the page allows no source but its own style. */
void html_begin(struct text *out, enum language language, const char *title, enum html_look look)
{
    text_addf(out,
              "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
              "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
              "'unsafe-inline'\">\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
              language_code(language));
    html_escape(out, title);
    text_add(out, "</title>\n<style>\n");
    add_style(out, html_style);
    if (look == LOOKS_AS_LETTER)
        add_style(out, html_letter_style);
    text_add(out, "</style>\n</head>\n<body>\n<main>\n");
}

void html_end(struct text *out)
{
    text_add(out, "</main>\n</body>\n</html>\n");
}

static int heading_level(const struct doc_block *block)
{
    return block->level < DEEPEST_HEADING ? block->level : DEEPEST_HEADING;
}

/* Headings are told apart by their block's number. */
static void add_heading(struct html *html, int at)
{
    const struct doc_block *block = &html->doc->blocks.items[at];
    int level = heading_level(block);
    text_addf(html->out, "<h%d id=\"b%d\">", level, at);
    html_add(html, block->text);
    text_addf(html->out, "</h%d>\n", level);
}

static void add_paragraph(struct html *html, const struct doc_block *block)
{
    static const char *const tones[] = { [TONE_NEUTRAL] = "",
                                         [TONE_GOOD] = " class=\"good\"",
                                         [TONE_WARNING] = " class=\"warning\"",
                                         [TONE_BAD] = " class=\"bad\"",
                                         [TONE_OPEN] = " class=\"open\"" };
    text_addf(html->out, "<p%s>", tones[block->tone]);
    html_add(html, block->text);
    text_add(html->out, "</p>\n");
}

/* The answer, in a box of its colour with a sign for those who do not see it. */
static void add_lead(struct html *html, const struct doc_block *block)
{
    static const char *const kinds[] = { [TONE_NEUTRAL] = "neutral",
                                         [TONE_GOOD] = "good",
                                         [TONE_WARNING] = "warning",
                                         [TONE_BAD] = "bad",
                                         [TONE_OPEN] = "open" };
    const char *sign = shown_sign(block->tone);
    text_addf(html->out, "<p class=\"lead %s\">", kinds[block->tone]);
    if (*sign)
        text_addf(html->out, "<span aria-hidden=\"true\">%s </span>", sign);
    text_add(html->out, "<strong>");
    html_add(html, block->text);
    text_add(html->out, *block->more ? "</strong> " : "</strong>");
    html_add(html, block->more);
    text_add(html->out, "</p>\n");
}

static void add_ask(struct html *html, const struct doc_block *block)
{
    text_add(html->out, "<div class=\"ask\">\n<p><strong>");
    html_add(html, block->text);
    text_add(html->out, "</strong></p>\n<ol>\n");
    for (int i = 0; i < block->points.list.count; i++) {
        text_add(html->out, "<li>");
        html_add(html, block->points.list.items[i]);
        text_add(html->out, "</li>\n");
    }
    text_add(html->out, "</ol>\n</div>\n");
}

static bool is_listed(const struct doc_block *block)
{
    return block->kind == BLOCK_HEADING && block->level == LISTED_LEVEL;
}

/* The parts of a long page from a block on, in front of the first. */
static void add_contents(struct html *html, int from)
{
    int listed = 0;
    for (int i = from; i < html->doc->blocks.count; i++)
        listed += is_listed(&html->doc->blocks.items[i]);
    if (listed < FEWEST_LISTED)
        return;
    text_add(html->out, "<nav aria-label=\"");
    html_add(html, tr(N_("Contents")));
    text_add(html->out, "\">\n<ul>\n");
    for (int i = from; i < html->doc->blocks.count; i++) {
        if (!is_listed(&html->doc->blocks.items[i]))
            continue;
        text_addf(html->out, "<li><a href=\"#b%d\">", i);
        html_add(html, html->doc->blocks.items[i].text);
        text_add(html->out, "</a></li>\n");
    }
    text_add(html->out, "</ul>\n</nav>\n");
}

static void add_details(struct html *html, int at)
{
    text_add(html->out, "<details>\n<summary>");
    add_heading(html, at);
    text_add(html->out, "</summary>\n");
}

static void add_block(struct html *html, int at)
{
    const struct doc_block *block = &html->doc->blocks.items[at];
    switch (block->kind) {
    case BLOCK_HEADING:
        add_heading(html, at);
        break;
    case BLOCK_TEXT:
        add_paragraph(html, block);
        break;
    case BLOCK_TABLE:
        html_add_table(html, block->table);
        break;
    case BLOCK_CHART:
        html_add_chart(html, block);
        break;
    case BLOCK_DETAILS:
        add_details(html, at);
        break;
    case BLOCK_DETAILS_END:
        text_add(html->out, "</details>\n");
        break;
    case BLOCK_LEAD:
        add_lead(html, block);
        break;
    case BLOCK_ASK:
        add_ask(html, block);
        break;
    case BLOCK_ANNEXES:
        text_add(html->out, "<div class=\"annexes\">\n");
        add_heading(html, at);
        add_contents(html, at);
        text_add(html->out, "</div>\n");
        break;
    case BLOCK_VALUE:
    case BLOCK_RECORDS:
        break;
    }
}

/* Annexes have the contents of their own, and what stands before them is short. */
static bool has_annexes(const struct doc *doc)
{
    for (int i = 0; i < doc->blocks.count; i++)
        if (doc->blocks.items[i].kind == BLOCK_ANNEXES)
            return true;
    return false;
}

static const char *first_heading(const struct doc *doc)
{
    for (int i = 0; i < doc->blocks.count; i++)
        if (doc->blocks.items[i].kind == BLOCK_HEADING)
            return doc->blocks.items[i].text;
    return "medfin";
}

void html_write(const struct doc *doc, const struct writer_options *options, struct text *out)
{
    (void)options;
    struct html html = { .doc = doc, .arena = out->arena, .out = out, .paths = options->paths };
    bool listed = has_annexes(doc);
    html_begin(out, doc->language, first_heading(doc), LOOKS_AS_REPORT);
    for (int i = 0; i < doc->blocks.count; i++) {
        if (!listed && is_listed(&doc->blocks.items[i])) {
            add_contents(&html, 0);
            listed = true;
        }
        add_block(&html, i);
    }
    html_end(out);
}
