/* Size classes, one a line: `0–9 999: 1 000 kr`, the last may be open: `30 000–: …`. */

#include "value_class.h"

#include <string.h>

#include <medfin/values/decimal.h>
#include <medfin/values/figure.h>

#include "value_rest.h"

/* Hyphen, figure dash, en dash and minus: people write all of them between bounds. */
static bool dash_take(struct scan *scan)
{
    static const char *const dashes[] = { "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2212" };
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if ((size_t)(scan->end - scan->at) >= strlen(dashes[i]) &&
            memcmp(scan->at, dashes[i], strlen(dashes[i])) == 0) {
            scan->at += strlen(dashes[i]);
            return true;
        }
    return false;
}

static bool form_fault(struct scan *scan)
{
    return scan_fault_of(scan, DIAG_CLASS_FORM, scan_rest(scan), NULL);
}

static bool bounds_read(struct scan *scan, struct size_class *class)
{
    struct scan line = *scan;
    if (number_skip(scan) == scan->at || *scan->at == '-')
        return form_fault(&line);
    if (!figure_read(scan, KIND_COUNT, NULL, &class->from))
        return false;
    struct stretch bounds = scan->figure;
    scan_more(scan);
    if (!dash_take(scan))
        return form_fault(&line);
    class->to = INT64_MAX;
    scan_more(scan);
    if (number_skip(scan) > scan->at) {
        if (!figure_read(scan, KIND_COUNT, NULL, &class->to))
            return false;
        bounds.end = scan->figure.end;
    }
    scan_more(scan);
    if (!scan_take(scan, ':'))
        return form_fault(&line);
    return class->from <= class->to || scan_fault_of(scan, DIAG_CLASS_BOUNDS, bounds, NULL);
}

/* Fees are whole öre; rates are finer. */
static enum kind class_kind(const struct key *key)
{
    return key->kind == VALUE_CLASSES ? KIND_MONEY : KIND_FINE;
}

static bool class_read(struct scan *scan, struct size_class *class)
{
    enum kind kind = class_kind(scan->key);
    if (!bounds_read(scan, class) || !figure_read(scan, kind, NULL, &class->amount))
        return false;
    if (class->amount < 0)
        return scan_fault(scan, DIAG_VALUE_BELOW, scan->figure,
                          ARGS(arg_text(scan_quote(scan, scan->figure)), arg_money(0)));
    return !scan_more(scan) || rest_fault(scan);
}

/* Every faulty line is reported. */
bool classes_read(struct scan *scan, struct value *value)
{
    LIST(struct size_class) classes = { 0 };
    const char *end = scan->end;
    bool is_good = true;
    while (scan->at < end) {
        const char *line_end = memchr(scan->at, '\n', (size_t)(end - scan->at));
        scan->end = line_end ? line_end : end;
        if (!class_read(scan, list_add(&classes, scan->arena)))
            is_good = false;
        scan->at = line_end ? line_end + 1 : end;
    }
    scan->end = end;
    value->classes = classes.items;
    value->count = classes.count;
    return is_good;
}
