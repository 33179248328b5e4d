#include "words.h"

#include <stdlib.h>
#include <string.h>

#include <medfin/base/month.h>
#include <medfin/base/text.h>
#include <medfin/model/category.h>
#include <medfin/values/scale.h>

/* clang-format off */
enum { MOST_WORDS = 64 };

static const char *const words_of[LABEL_USES][MOST_WORDS] = {
    [LABEL_SUM] = { "summa", "summor", "total", "totalt", "totala", "totalkostnad", "totalkostnader", "totalbudget",
                    "totalsumma", "delsumma", "subtotal", "s:a", "sum", "sammanlagt", "totals",
                    "nettokostnad", "nettokostnader", "bruttokostnad", "bruttokostnader", "nettobudget" },
    [LABEL_RESULT] = { "differens", "resultat", "saldo", "underskott", "överskott", "balans", "netto", "difference",
                       "result", "balance", "deficit", "surplus" },
    [LABEL_COST] = { "kostnad", "kostnader", "kostnadsbudget", "projektkostnader", "utgifter", "cost", "costs",
                     "expenditure", "expenses" },
    [LABEL_FUNDING] = { "finansiering", "finans", "finansieras", "finansierat", "finansiär", "finansiärer", "finansieringsplan", "finansieringsbudget",
                        "medfinansiering", "intäkter", "financing", "finance", "funding", "funders", "income", "revenue" },
    [LABEL_AMOUNT] = { "belopp", "kostnad", "kostnader", "budget", "kr", "kronor", "sek", "tkr", "mnkr", "amount",
                       "cost", "costs" },
    [LABEL_CATEGORY] = { "kostnadsslag", "kategori", "kostnadstyp", "kostnadskategori", "slag", "category" },
    [LABEL_OTHER_YEAR] = { "utfall", "prognos", "redovisat", "upparbetat", "bokfört", "bokslut", "actual", "outcome",
                           "forecast" },
    [LABEL_STATUS] = { "status" },
    [LABEL_FUNDER] = { "kommun", "kommunen", "kommuner", "kommunerna", "region", "regionen", "landstinget", "eu",
                       "eu-medel", "eu-stöd", "eruf", "erdf", "esf", "leader", "lona", "länsstyrelsen", "stat", "staten",
                       "statligt", "statlig", "nationell", "stöd", "bidrag", "anslag", "medel", "egeninsats",
                       "egenfinansiering", "eget", "egna", "egen", "medfinansiering", "medfinansiär", "finansiär",
                       "finansieras", "privat", "privata", "sökt", "grant", "grants", "fund", "funds", "funder", "match",
                       "own", "co-financing" },
    [LABEL_PAYER] = { "finansiär", "finansiärer", "finansieras", "bidragsgivare", "medfinansiär", "medfinansiärer",
                      "finansieringskälla", "finansieringskällor", "betalas", "betalare", "funder", "funders", "donor",
                      "donors", "financier", "financed", "financing", "finansiering", "co-funder", "payer", "grantor" },
    [LABEL_QUANTITY] = { "antal", "st", "styck", "stycken", "timmar", "timme", "tim", "h", "dagar", "dag", "månader",
                         "personer", "person", "deltagare", "pris", "timpris", "styckpris", "enhetspris", "enhet",
                         "enhetskostnad", "timkostnad", "timlön", "månadslön", "omfattning", "tjänstgöringsgrad",
                         "andel", "procent", "konto", "kontonr", "kod", "nr", "nummer", "löpnr", "id", "rad", "prio",
                         "projektnr", "projektnummer", "årsarbetskrafter", "årsarbetare", "number", "quantity", "qty",
                         "unit", "units", "hour", "hours", "days", "months", "price", "rate", "percent", "share",
                         "account", "code", "no", "fte", "persons", "participants" },
    [LABEL_TIME] = { "period", "tid", "tidplan", "tidsperiod", "när", "år", "datum", "time", "when", "year", "date" },
    [LABEL_PER] = { "per", "à", "á", "pr" },
};

/* Words that tell of a category. */
static const struct {
    const char *part, *category;
} category_words[] = {
    { "extern", "external" }, { "konsult", "external" }, { "expert", "external" }, { "sakkunskap", "external" },
    { "köpt", "external" }, { "inköp", "external" }, { "upphandl", "external" }, { "tjänster", "external" },
    { "utvärder", "external" }, { "följeforsk", "external" }, { "consult", "external" }, { "evaluat", "external" },
    { "personal", "staff" }, { "lön", "staff" }, { "tjänst", "staff" }, { "projektled", "staff" },
    { "anställ", "staff" }, { "staff", "staff" }, { "salar", "staff" }, { "sociala", "staff" },
    { "arbetsgivar", "staff" },
    { "resor", "travel" }, { "resa", "travel" }, { "rese", "travel" }, { "logi", "travel" }, { "traktamente", "travel" },
    { "travel", "travel" }, { "accommodation", "travel" },
    { "lokal", "premises" }, { "hyra", "premises" }, { "hyror", "premises" }, { "premises", "premises" },
    { "rent", "premises" }, { "office", "premises" }, { "kontor", "premises" },
    { "utrust", "equipment" }, { "invester", "equipment" }, { "materi", "equipment" }, { "inventar", "equipment" },
    { "dator", "equipment" }, { "equipment", "equipment" },
    { "aktivitet", "activities" }, { "möte", "activities" }, { "utbildning", "activities" },
    { "konferens", "activities" }, { "seminari", "activities" }, { "workshop", "activities" },
    { "kommunikation", "activities" }, { "information", "activities" }, { "marknadsför", "activities" },
    { "activit", "activities" }, { "meeting", "activities" }, { "communication", "activities" },
    { "indirekt", "overhead" }, { "overhead", "overhead" }, { "oh", "overhead" }, { "schablon", "overhead" },
    { "administra", "overhead" }, { "indirect", "overhead" },
};
/* clang-format on */

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == ':' || (byte & 0x80);
}

/* The next word of a label in lower case; NULL behind the last. */
static const char *word_next(const char **at, struct arena *arena)
{
    while (**at && !is_word_byte(**at))
        ++*at;
    const char *from = *at;
    while (is_word_byte(**at))
        ++*at;
    size_t size = (size_t)(*at - from);
    while (size && from[size - 1] == ':')
        size--;
    return *at > from ? arena_copy(arena, from, size) : NULL;
}

/* Blanks of number formats are no letters. */
static const char *lowered(const char *label, struct arena *arena)
{
    return text_lower(arena, text_with_plain_spaces(arena, label));
}

bool label_says(const char *label, enum label_use use, struct arena *arena)
{
    const char *at = lowered(label, arena);
    for (const char *word; (word = word_next(&at, arena));)
        for (int i = 0; i < MOST_WORDS && words_of[use][i]; i++)
            if (strcmp(words_of[use][i], word) == 0)
                return true;
    return false;
}

/* A word that begins so, or one put together with it, as "bussresor". */
static bool tells(const char *word, const char *part)
{
    enum { SHORTEST_PART = 5 }; /* bytes: shorter ones stand within other words by chance */
    const char *found = strstr(word, part);
    return found == word || (found && strlen(part) >= SHORTEST_PART);
}

bool label_is_in_kind(const char *label, struct arena *arena)
{
    static const char *const phrases[] = { "annat än pengar", "in kind",         "in-kind",
                                           "in natura",       "naturabidrag",    "direktfinansier",
                                           "oavlönad",        "frivilligarbete", "volunteer" };
    const char *at = lowered(label, arena);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (strstr(at, phrases[i]))
            return true;
    bool is_given = false;
    for (const char *word; (word = word_next(&at, arena));) {
        if (is_given && text_begins(word, "förening"))
            return false;
        is_given = is_given || text_begins(word, "ideell");
    }
    return is_given;
}

const char *label_category(const char *label, struct arena *arena)
{
    const char *at = lowered(label, arena);
    if (label_is_in_kind(label, arena))
        return "in-kind";
    for (const char *word; (word = word_next(&at, arena));)
        for (size_t i = 0; i < sizeof category_words / sizeof *category_words; i++)
            if (tells(word, category_words[i].part))
                return category_words[i].category;
    at = lowered(label, arena);
    const char *only = word_next(&at, arena);
    return only && !word_next(&at, arena) ? category_built_in(only) : NULL;
}

bool label_is_quantity(const char *label, struct arena *arena)
{
    if (!label_says(label, LABEL_QUANTITY, arena))
        return false;
    bool is_amount = label_says(label, LABEL_AMOUNT, arena) || label_says(label, LABEL_SUM, arena);
    return !is_amount || strchr(label, '/') || label_says(label, LABEL_PER, arena);
}

bool label_counts(const char *label, struct arena *arena)
{
    static const char *const words[] = { "antal", "årsarbetskrafter", "årsarbetare", "timmar", "deltagare", "number" };
    const char *at = lowered(label, arena), *first = word_next(&at, arena);
    for (size_t i = 0; first && i < sizeof words / sizeof *words; i++)
        if (strcmp(first, words[i]) == 0)
            return !label_says(label, LABEL_AMOUNT, arena);
    return false;
}

const struct word *label_status(const char *label)
{
    static const struct {
        const char *neuter;
        enum status status;
    } forms[] = { { "beviljat", STATUS_GRANTED },   { "beslutat", STATUS_DECIDED }, { "föreslaget", STATUS_PROPOSED },
                  { "beräknat", STATUS_ESTIMATED }, { "ansökt", STATUS_APPLIED },   { "avslaget", STATUS_REJECTED } };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (text_same(forms[i].neuter, label))
            return word_of_code(words_status, forms[i].status);
    return word_of_text(words_status, label);
}

struct status_said label_status_said(const char *text, struct arena *arena)
{
    static const char *const negations[] = { "ej", "inte", "icke", "inga", "not", "ännu", "yet" };
    static const struct {
        const char *word;
        enum status status;
    } others[] = { { "sökt", STATUS_APPLIED },    { "söks", STATUS_APPLIED },    { "ansökan", STATUS_APPLIED },
                   { "avslag", STATUS_REJECTED }, { "avslås", STATUS_REJECTED }, { "nekad", STATUS_REJECTED },
                   { "nekat", STATUS_REJECTED } };
    struct status_said said = { NULL, false };
    const char *at = lowered(text, arena);
    for (const char *word; !said.word && (word = word_next(&at, arena));) {
        bool is_negation = false;
        for (size_t i = 0; i < sizeof negations / sizeof *negations; i++)
            is_negation = is_negation || strcmp(word, negations[i]) == 0;
        said.is_negated = said.is_negated || is_negation;
        said.word = label_status(word);
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (strcmp(word, others[i].word) == 0)
                said.word = word_of_code(words_status, others[i].status);
        if (!is_negation && !said.word)
            return (struct status_said){ NULL, false };
    }
    return said;
}

bool label_is_part(const char *label, struct arena *arena)
{
    const char *at = lowered(label, arena), *first = word_next(&at, arena),
               *second = first ? word_next(&at, arena) : NULL;
    return first && (strcmp(first, "varav") == 0 || strcmp(first, "därav") == 0 ||
                     (strcmp(first, "of") == 0 && second && strcmp(second, "which") == 0));
}

bool label_is_less(const char *label, struct arena *arena)
{
    const char *at = lowered(label, arena), *first = word_next(&at, arena);
    return first && (strcmp(first, "avgår") == 0 || strcmp(first, "minus") == 0 || strcmp(first, "less") == 0);
}

bool label_is_grand_sum(const char *label, struct arena *arena)
{
    static const char *const plain[] = { "inkl", "exkl", "incl", "excl", "moms", "vat", "projekt", "projektet" };
    if (!label_says(label, LABEL_SUM, arena))
        return false;
    const char *at = lowered(label, arena);
    for (const char *word; (word = word_next(&at, arena));) {
        bool is_plain = label_says(word, LABEL_SUM, arena) || label_says(word, LABEL_COST, arena);
        for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
            is_plain = is_plain || strcmp(word, plain[i]) == 0;
        if (!is_plain || strcmp(word, "delsumma") == 0 || strcmp(word, "subtotal") == 0)
            return false;
    }
    return true;
}

const char *label_plain(const char *label, struct arena *arena)
{
    const char *name = text_tidy(arena, label);
    bool is_unit = scale_said(name, arena) >= 0;
    for (const char *blank; (blank = strrchr(name, ' ')) && scale_said(blank, arena) >= 0;) {
        size_t size = (size_t)(blank - name);
        while (size && strchr(" ,(", name[size - 1]))
            size--;
        name = arena_copy(arena, name, size);
    }
    return is_unit && (*name == '(' || text_begins(name, "belopp") || text_begins(name, "amount")) ? "" : name;
}

const char *label_currency(const char *label, struct arena *arena)
{
    static const struct {
        const char *word, *currency;
    } words[] = { { "eur", "EUR" }, { "euro", "EUR" }, { "keur", "EUR" }, { "meur", "EUR" },
                  { "nok", "NOK" }, { "dkk", "DKK" },  { "usd", "USD" },  { "gbp", "GBP" } };
    if (strstr(label, "€"))
        return "EUR";
    const char *at = lowered(label, arena);
    for (const char *word; (word = word_next(&at, arena));)
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strcmp(word, words[i].word) == 0)
                return words[i].currency;
    return NULL;
}

enum period label_period(const char *label, struct arena *arena)
{
    static const struct {
        const char *phrase;
        enum period period;
    } phrases[] = { { "per år", PERIOD_YEAR },         { "/år", PERIOD_YEAR },        { "årlig", PERIOD_YEAR },
                    { "årskostnad", PERIOD_YEAR },     { "per year", PERIOD_YEAR },   { "/year", PERIOD_YEAR },
                    { "annual", PERIOD_YEAR },         { "per mån", PERIOD_MONTH },   { "/mån", PERIOD_MONTH },
                    { "månadskostnad", PERIOD_MONTH }, { "per month", PERIOD_MONTH }, { "/month", PERIOD_MONTH } };
    const char *at = lowered(label, arena);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        if (strstr(at, phrases[i].phrase))
            return phrases[i].period;
    return PERIOD_TOTAL;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

struct years label_years(const char *label)
{
    struct years years = { 0, 0, 0 };
    for (const char *at = label; *at; at++) {
        size_t digits = strspn(at, "0123456789");
        int number = digits == 4 ? (int)strtol(at, NULL, 10) : 0;
        if (number >= FIRST_YEAR && number <= LAST_YEAR && number != years.last) {
            years.first = years.count && years.first < number ? years.first : number;
            years.last = number > years.last ? number : years.last;
            years.count++;
        }
        at += digits ? digits - 1 : 0;
    }
    return years;
}

int label_depth(const char *label)
{
    enum { MOST_DIGITS = 3 }; /* a year is no number of a row */
    int depth = 0;
    for (size_t digits; (digits = strspn(label, "0123456789")) && digits <= MOST_DIGITS; depth++) {
        label += digits;
        if (!*label || !strchr(". )", *label))
            return 0;
        label += *label == '.';
    }
    return depth;
}

int label_year_number(const char *label, struct arena *arena)
{
    const char *at = lowered(label, arena), *before = "";
    for (const char *word; (word = word_next(&at, arena)); before = word) {
        bool is_year = strcmp(before, "år") == 0 || strcmp(before, "year") == 0;
        if (is_year && is_digit(*word) && strlen(word) <= 2)
            return (int)strtol(word, NULL, 10);
        if ((text_begins(word, "år") && is_digit(word[strlen("år")])))
            return (int)strtol(word + strlen("år"), NULL, 10);
    }
    return 0;
}
