#include "entered.h"

#include <medfin/base/text.h>

#include "kinds.h"

bool input_is_open(const struct input *input)
{
    return input->fact->value.unknown && !input_is_status(input);
}

int64_t part_now(const struct input *input)
{
    const struct value *value = &input->fact->value;
    switch (input->field) {
    case FIELD_SECOND:
        return value->second;
    case FIELD_YEAR_PAYS:
        return value->status;
    default:
        return value->number;
    }
}

void part_put(const struct input *input, int64_t part, struct value *value)
{
    value->spread = NULL;
    if (input->field == FIELD_YEAR_PAYS) {
        value->status = (enum status)part;
        return;
    }
    value->unknown = false;
    *(input->field == FIELD_SECOND ? &value->second : &value->number) = part;
}

enum entered number_entered(const char *text, int decimals, int64_t *number)
{
    bool is_negative = *text == '-';
    int behind = -1;
    *number = 0;
    for (text += is_negative; *text; text++) {
        if (*text == ',') {
            behind = 0;
            continue;
        }
        if (*text < '0' || *text > '9')
            return ENTERED_OTHER;
        if (behind >= decimals)
            return ENTERED_FINE;
        behind += behind >= 0;
        if (__builtin_mul_overflow(*number, 10, number) || __builtin_add_overflow(*number, *text - '0', number))
            return ENTERED_LARGE;
    }
    for (behind = behind < 0 ? 0 : behind; behind < decimals; behind++)
        if (__builtin_mul_overflow(*number, 10, number))
            return ENTERED_LARGE;
    *number = is_negative ? -*number : *number;
    return ENTERED;
}

static int decimals_held(const struct making *making, const struct input *input)
{
    return kind_decimals(graph_node(making->graph, input->number).kind);
}

enum entered part_entered(const struct making *making, const struct input *input, const struct sheet_cell *cell,
                          int64_t *part)
{
    if (cell->formula)
        return ENTERED_FORMULA;
    if (!input_is_status(input))
        return cell->is_number ? number_entered(cell->text, decimals_held(making, input), part) : ENTERED_OTHER;
    const struct word *word = cell->is_number ? NULL : word_of_text(words_status, text_tidy(making->arena, cell->text));
    *part = word ? word->code : STATUS_NONE;
    return word ? ENTERED : ENTERED_OTHER;
}

enum entered part_allowed(const struct making *making, const struct input *input, int64_t part)
{
    if (input_is_status(input))
        return ENTERED;
    int finer = decimals_held(making, input) - input->decimals;
    if (finer > 0 && part % (int64_t)power_of_ten(finer))
        return ENTERED_FINE;
    return part < input->low || part > input->high ? ENTERED_LARGE : ENTERED;
}
