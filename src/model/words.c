#include <medfin/model/words.h>

#include <stddef.h>

#include <medfin/base/language.h>
#include <medfin/base/text.h>
#include <medfin/model/value.h>

const struct word words_none[] = { { "none", "inget", 1 }, { 0 } };

const struct word words_yes_no[] = { { "no", "nej", 0 }, { "yes", "ja", 1 }, { 0 } };

const struct word words_status[] = { { "granted", "beviljad", STATUS_GRANTED },
                                     { "decided", "beslutad", STATUS_DECIDED },
                                     { "proposed", "föreslagen", STATUS_PROPOSED },
                                     { "estimated", "beräknad", STATUS_ESTIMATED },
                                     { "applied", "sökt", STATUS_APPLIED },
                                     { "rejected", "avslagen", STATUS_REJECTED },
                                     { 0 } };

const struct word words_language[] = { { "sv", "svenska", LANGUAGE_SV }, { "en", "engelska", LANGUAGE_EN }, { 0 } };

const struct word words_vat[] = { { "excluded", "exklusive", VAT_EXCLUDED },
                                  { "included", "inklusive", VAT_INCLUDED },
                                  { 0 } };

const struct word words_sector[] = { { "state", "stat", SECTOR_STATE },
                                     { "region", "region", SECTOR_REGION },
                                     { "municipality", "kommun", SECTOR_MUNICIPALITY },
                                     { "eu", "eu", SECTOR_EU },
                                     { "private", "privat", SECTOR_PRIVATE },
                                     { "association", "förening", SECTOR_ASSOCIATION },
                                     { 0 } };

const struct word words_basis[] = { { "all", "allt", BASIS_ALL },
                                    { "cash", "kontant", BASIS_CASH },
                                    { "financing", "finansiering", BASIS_FINANCING },
                                    { "public", "offentlig", BASIS_PUBLIC },
                                    { 0 } };

const struct word words_paid[] = { { "monthly", "månadsvis", PAID_MONTHLY },
                                   { "quarterly_in_advance", "kvartalsvis_i_förskott", PAID_QUARTERLY_IN_ADVANCE },
                                   { "yearly_in_advance", "årsvis_i_förskott", PAID_YEARLY_IN_ADVANCE },
                                   { "claims", "rekvisition", PAID_CLAIMS },
                                   { 0 } };

const struct word words_surplus[] = { { "repaid", "återbetalas", SURPLUS_REPAID },
                                      { "kept", "behålls", SURPLUS_KEPT },
                                      { 0 } };

const struct word words_mode[] = { { "train", "tåg", MODE_TRAIN },
                                   { "bus", "buss", MODE_BUS },
                                   { "car", "bil", MODE_CAR },
                                   { "flight", "flyg", MODE_FLIGHT },
                                   { 0 } };

const struct word words_form[] = { { "digital", "digital", FORM_DIGITAL },
                                   { "physical", "fysisk", FORM_PHYSICAL },
                                   { "mixed", "blandad", FORM_MIXED },
                                   { 0 } };

const struct word words_first_year[] = {
    { "full", "hel", FIRST_YEAR_FULL },           { "half", "halv", FIRST_YEAR_HALF },
    { "quarter", "kvartal", FIRST_YEAR_QUARTER }, { "month", "månad", FIRST_YEAR_MONTH },
    { "free", "fri", FIRST_YEAR_FREE },           { 0 }
};

const struct word words_rounding[] = {
    { "nearest", "närmast", ROUND_NEAREST }, { "up", "uppåt", ROUND_UP }, { "down", "nedåt", ROUND_DOWN }, { 0 }
};

const struct word words_reserve_basis[] = { { "running", "löpande", RESERVE_RUNNING },
                                            { "forward", "framåt", RESERVE_FORWARD },
                                            { "winding_down", "avveckling", RESERVE_WINDING_DOWN },
                                            { 0 } };

const struct word words_reserve_test[] = { { "year_end", "årsslut", TEST_YEAR_END },
                                           { "every_month", "varje_månad", TEST_EVERY_MONTH },
                                           { 0 } };

const struct word words_balance[] = { { "year", "år", BALANCE_YEAR },
                                      { "project", "projekt", BALANCE_PROJECT },
                                      { 0 } };

const struct word words_threshold[] = {
    { "warn", "varna", THRESHOLD_WARN }, { "fail", "underkänn", THRESHOLD_FAIL }, { "off", "av", THRESHOLD_OFF }, { 0 }
};

const struct word words_cash[] = { { "cash", "kontant", 1 }, { 0 } };

const struct word words_booked_on[] = { { "voucher", "verifikation", BOOKED_BY_VOUCHER },
                                        { "row", "rad", BOOKED_BY_ROW },
                                        { 0 } };

const struct word words_unbooked[] = { { "plan", "plan", UNBOOKED_PLAN }, { "zero", "noll", UNBOOKED_ZERO }, { 0 } };

const struct word words_forecast[] = { { "plan", "plan", FORECAST_PLAN },
                                       { "budget", "budget", FORECAST_BUDGET },
                                       { "year", "år", FORECAST_YEAR },
                                       { "last", "senaste", FORECAST_LAST },
                                       { 0 } };

const struct word words_income[] = { { "entitled", "upparbetad", INCOME_ENTITLED },
                                     { "booked", "bokförd", INCOME_BOOKED },
                                     { 0 } };

const struct word words_better[] = { { "lower", "lägre", BETTER_LOWER }, { "higher", "högre", BETTER_HIGHER }, { 0 } };

const struct word *word_of_code(const struct word *words, int code)
{
    for (; words->english; words++)
        if (words->code == code)
            return words;
    return NULL;
}

/* What people write for a word: of an amount a status has another ending than of a contribution. */
static const struct {
    const char *written, *swedish;
} also_read[] = { { "beviljat", "beviljad" }, { "beslutat", "beslutad" }, { "föreslaget", "föreslagen" },
                  { "beräknat", "beräknad" }, { "avslaget", "avslagen" }, { "alla", "allt" },
                  { "avgiftsfri", "fri" } };

const struct word *word_of_text(const struct word *words, const char *text)
{
    for (size_t i = 0; i < sizeof also_read / sizeof *also_read; i++)
        if (text_same(also_read[i].written, text))
            text = also_read[i].swedish;
    for (; words->english; words++)
        if (text_same(words->english, text) || text_same(words->swedish, text))
            return words;
    return NULL;
}
