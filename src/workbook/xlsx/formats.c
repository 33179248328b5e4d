#include "formats.h"

static const char *const numbers[NUMBER_KINDS] = {
    [NUMBER_GENERAL] = "General",
    [NUMBER_MONEY] = "#,##0.00;[Red]\xe2\x88\x92#,##0.00",
    [NUMBER_SHARE] = "0.00######%",
    [NUMBER_COUNT] = "#,##0",
};

static void make_title(lxw_format *format)
{
    format_set_bold(format);
    format_set_font_size(format, 16);
}

static void make_head(lxw_format *format)
{
    format_set_bold(format);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bg_color(format, 0xE8EEF4);
}

static void make_right(lxw_format *format)
{
    make_head(format);
    format_set_align(format, LXW_ALIGN_RIGHT);
}

static void make_part(lxw_format *format)
{
    format_set_bold(format);
    format_set_font_size(format, 12);
}

static void make_total(lxw_format *format)
{
    format_set_bold(format);
    format_set_top(format, LXW_BORDER_THIN);
}

static void make_beside(lxw_format *format)
{
    format_set_bold(format);
}

static void make_input(lxw_format *format)
{
    format_set_bg_color(format, 0xFFF7CC);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, 0xB0A050);
    format_set_unlocked(format);
}

static void make_quiet(lxw_format *format)
{
    format_set_font_color(format, 0x595959);
}

static void make_text(lxw_format *format)
{
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

static void (*const roles[ROLE_COUNT])(lxw_format *format) = {
    [ROLE_TITLE] = make_title, [ROLE_HEAD] = make_head,   [ROLE_RIGHT] = make_right,
    [ROLE_PART] = make_part,   [ROLE_TOTAL] = make_total, [ROLE_BESIDE] = make_beside,
    [ROLE_INPUT] = make_input, [ROLE_QUIET] = make_quiet, [ROLE_TEXT] = make_text,
};

lxw_format *format_of(struct formats *formats, enum book_number number, enum book_role role, bool is_apart)
{
    lxw_format **made = &formats->made[number][role][is_apart];
    if (*made)
        return *made;
    *made = workbook_add_format(formats->workbook);
    format_set_num_format(*made, numbers[number]);
    if (roles[role])
        roles[role](*made);
    if (is_apart)
        format_set_indent(*made, 1);
    return *made;
}

lxw_format *tone_of(struct formats *formats, enum doc_tone tone)
{
    static const struct {
        lxw_color_t letters, ground;
    } colors[] = { [TONE_GOOD] = { 0x1E5C2E, 0xDFF2E3 },
                   [TONE_WARNING] = { 0x6B4A00, 0xFFF0C2 },
                   [TONE_OPEN] = { 0x6B4A00, 0xFFF0C2 },
                   [TONE_BAD] = { 0x8A1010, 0xFADADA } };
    lxw_format **made = &formats->tones[tone];
    if (!*made) {
        *made = workbook_add_format(formats->workbook);
        format_set_font_color(*made, colors[tone].letters);
        format_set_bg_color(*made, colors[tone].ground);
    }
    return *made;
}
