/* The diagnostics of values: a part of diag_rows.h. */

/* clang-format off */
DIAG(DIAG_VALUE_EMPTY, "value-empty", DIAG_INPUT, N_("the value is empty; an empty value is not zero"),
     N_("write a value, or leave the line out; an amount that is not known yet is ?"))
DIAG(DIAG_VALUE_REST, "value-rest", DIAG_INPUT, N_("'{1}' cannot stand behind the value"),
     N_("a value of the kind {2}, for example {3}"))
DIAG(DIAG_VALUE_BELOW, "value-below", DIAG_INPUT, N_("{1} is too little; the least here is {2}"), "")
DIAG(DIAG_VALUE_ABOVE, "value-above", DIAG_INPUT, N_("{1} is too much; the most here is {2}"), "")
DIAG(DIAG_NUMBER_MISSING, "number-missing", DIAG_INPUT, N_("a number is missing here"), N_("a value of the kind {2}, for example {3}"))
DIAG(DIAG_NOT_A_NUMBER, "not-a-number", DIAG_INPUT, N_("'{1}' is not a number"), N_("a value of the kind {2}, for example {3}"))
DIAG(DIAG_NUMBER_SEPARATORS, "number-separators", DIAG_INPUT,
     N_("'{1}' has several commas or points; thousands are grouped with blanks"),
     N_("did you mean {2}?"))
DIAG(DIAG_NUMBER_GROUPING, "number-grouping", DIAG_INPUT, N_("the digits of '{1}' are not grouped in threes"),
     N_("did you mean {2}?"))
DIAG(DIAG_NUMBER_TAB, "number-tab", DIAG_INPUT, N_("a tab stands within '{1}', as between two cells of a table"),
     N_("did you mean {2}?"))
DIAG(DIAG_NUMBER_FOOTNOTE, "number-footnote", DIAG_INPUT, N_("'{1}' stands behind the number as the mark of a footnote does"),
     N_("write {2}, and what the footnote says under note = …"))
DIAG(DIAG_NUMBER_ABOUT, "number-about", DIAG_INPUT, N_("'{1}' stands before the number; a value is one number"), N_("{2}"))
DIAG(DIAG_NUMBER_DECIMALS, "number-decimals", DIAG_INPUT, N_("blanks stand among the decimals of '{1}'"),
     N_("take the blank away; two numbers in a list are separated by a comma and a blank"))
DIAG(DIAG_NUMBER_AMBIGUOUS, "number-ambiguous", DIAG_INPUT,
     N_("'{1}' may be thousands or a number with three decimals"), N_("write {2} or {3}"))
DIAG(DIAG_NUMBER_LARGE, "number-large", DIAG_INPUT, N_("{1} is larger than what is computed with, at most {2}"),
     N_("is the unit right?"))
DIAG(DIAG_NUMBER_FINE, "number-fine", DIAG_INPUT, N_("{1} has more decimals than can be held exactly"),
     N_("a number has at most nine decimals, a percent at most seven"))
DIAG(DIAG_MONEY_FINE, "money-fine", DIAG_INPUT, N_("{1} has parts of an öre"), N_("round it to whole öre"))
DIAG(DIAG_COUNT_WHOLE, "count-whole", DIAG_INPUT, N_("{1} is not a whole number"), "")
DIAG(DIAG_UNIT_MEANT, "unit-meant", DIAG_INPUT, N_("'{1}' cannot be read as kronor"), N_("did you mean {2}?"))
DIAG(DIAG_UNIT_UNKNOWN, "unit-unknown", DIAG_INPUT, N_("'{1}' cannot be read as kronor"),
     N_("write kr, kronor, tkr, mnkr or öre"))
DIAG(DIAG_PERCENT_NO_MONEY, "percent-no-money", DIAG_INPUT, N_("a percent is no amount of money"),
     N_("write the amount that it makes; a percent of other lines is an [overhead]"))
DIAG(DIAG_UNIT_CURRENCY, "unit-currency", DIAG_INPUT, N_("'{1}' is another currency than this amount is in"),
     N_("write what it makes in this one, with the rate in a note"))
DIAG(DIAG_VALUE_SUM, "value-sum", DIAG_INPUT, N_("'{1}' joins two amounts, and a value is one"), N_("write what they make together"))
DIAG(DIAG_UNKNOWN_WORDS, "unknown-words", DIAG_INPUT, N_("'{1}' is not a value"), N_("what is not known yet is written ?"))
DIAG(DIAG_PERCENT_OF_MONEY, "percent-of-money", DIAG_INPUT, N_("a percent is no amount of money"), N_("did you mean the key '{1}'?"))
DIAG(DIAG_PERIOD_MISSING, "period-missing", DIAG_INPUT, N_("'{1}' has no period"),
     N_("add /month, /year, total or once"))
DIAG(DIAG_PERIOD_UNKNOWN, "bad-period", DIAG_INPUT,
     N_("'{1}' is not a period; an amount is per /month or /year, or total or once"), N_("did you mean '{2}'?"))
DIAG(DIAG_PERIOD_SECOND, "period-second", DIAG_INPUT, N_("the amount has two periods"), N_("take '{1}' away"))
DIAG(DIAG_PERIOD_UNWANTED, "period-unwanted", DIAG_INPUT,
     N_("the amount is written without a period: '{1}' is what it is always of"), N_("take '{1}' away"))
DIAG(DIAG_PERIOD_OF_MONTH, "period-of-month", DIAG_INPUT, N_("'{1}' stands behind the amount of a month"),
     N_("write what a month makes: a twelfth of a year's"))
DIAG(DIAG_PERIOD_OF_YEAR, "period-of-year", DIAG_INPUT, N_("'{1}' stands behind the amount of a year"),
     N_("write what the whole year makes"))
DIAG(DIAG_PERIOD_OF_NONE, "period-of-none", DIAG_INPUT, N_("'{1}' cannot stand here: the amount is of no period"),
     N_("write all that it makes"))
DIAG(DIAG_EACH_MISSING, "each-missing", DIAG_INPUT, N_("'{1}' does not say what it is paid for"), N_("add /tonne"))
DIAG(DIAG_EACH_UNKNOWN, "each-unknown", DIAG_INPUT, N_("the price is to be per tonne, and '{1}' is not"),
     N_("write what a tonne costs, as in 1 500 kr/tonne"))
DIAG(DIAG_STATUS_UNKNOWN, "status-unknown", DIAG_INPUT, N_("'{1}' is not a status; a status is one of {2}"),
     N_("did you mean '{3}'?"))
DIAG(DIAG_WORD_UNKNOWN, "word-unknown", DIAG_INPUT, N_("'{1}' is not one of {2}"), N_("did you mean '{3}'?"))
DIAG(DIAG_LIMIT_UNKNOWN, "limit-unknown", DIAG_INPUT, N_("'{1}' is neither a percent nor the word cash"),
     N_("did you mean '{3}'?"))
DIAG(DIAG_PERCENT_FRACTION, "percent-fraction", DIAG_INPUT, N_("'{1}' has no percent sign: {2} or {3} %?"),
     N_("write {2} or {3} %"))
DIAG(DIAG_PERCENT_FACTOR, "percent-factor", DIAG_INPUT, N_("'{1}' has no percent sign: {2}, {3} or {4} %?"),
     N_("write {2} for what comes on top, {3} for all of it, or {4} %"))
DIAG(DIAG_PERCENT_BARE, "percent-bare", DIAG_INPUT, N_("'{1}' has no percent sign"), N_("write {2} %"))
DIAG(DIAG_GROSS_MISSING, "gross-missing", DIAG_INPUT, N_("'{1}' does not say what it is a percent of"),
     N_("write {2} of gross (all cost, in kind too)"))
DIAG(DIAG_YEAR_MISSING, "year-missing", DIAG_INPUT, N_("'{1}' needs /year"), N_("write {2}/year"))
DIAG(DIAG_ADVANCE_MOST, "advance-most", DIAG_INPUT, N_("'{1}' does not say how much an advance is at most"),
     N_("write it as in 50 %, at most 400 000 kr"))
DIAG(DIAG_THRESHOLD_PERCENT, "threshold-percent", DIAG_INPUT, N_("'{1}' does not say above which percent"),
     N_("write the limit behind the word, as in {1} 30 %"))
DIAG(DIAG_ROUNDING_MISSING, "rounding-missing", DIAG_INPUT, N_("'{1}' does not say which way to round"),
     N_("write {2} nearest, {2} up or {2} down"))
DIAG(DIAG_ROUNDING_ZERO, "rounding-zero", DIAG_INPUT, N_("nothing can be rounded to '{1}'"),
     N_("write an amount above 0 kr"))
DIAG(DIAG_RATIO_COLON, "ratio-colon", DIAG_INPUT, N_("'{1}' is one side of a ratio; the other is missing"),
     N_("a ratio is written grant : match: 1:1 is as much of each, 2:1 two of grant for one of match"))
DIAG(DIAG_RATIO_ZERO, "ratio-zero", DIAG_INPUT, N_("a side of a ratio cannot be {1}"),
     N_("a ratio is written grant : match, as in 1:1"))
DIAG(DIAG_NOT_A_MONTH, "not-a-month", DIAG_INPUT, N_("'{1}' is not a month between 1900-01 and 2199-12"),
     N_("a month is written as in 2021-04, and months are separated by commas"))
DIAG(DIAG_MONTH_TWICE, "month-twice", DIAG_INPUT, N_("{1} stands twice"), N_("two times in a month are two [activity]"))
DIAG(DIAG_MONTH_MEANT, "month-meant", DIAG_INPUT, N_("'{1}' is not how a month is written here"), N_("did you mean {2}?"))
DIAG(DIAG_MONTH_ORDER, "month-order", DIAG_INPUT, N_("'{1}' is not how a month is written here"),
     N_("did you mean {2} or {3}?"))
DIAG(DIAG_ITEM_EMPTY, "item-empty", DIAG_INPUT, N_("something is missing before or behind the comma"),
     N_("take the comma away, or write what is missing"))
DIAG(DIAG_NAME_CHARACTER, "name-character", DIAG_INPUT, N_("'{1}' cannot stand in the name '{2}'"),
     N_("a name is an id or kind.id; names are separated by commas"))
DIAG(DIAG_NAME_WITHOUT_ID, "name-without-id", DIAG_INPUT, N_("'{1}' names no section"),
     N_("a name is an id or kind.id, as in cost.lokaler"))
DIAG(DIAG_CLASS_FORM, "class-form", DIAG_INPUT, N_("'{1}' is not a size class"),
     N_("a class is written 0–9 999: 1 000 kr, and the last may be open: 30 000–: 2 200 kr"))
DIAG(DIAG_CLASS_BOUNDS, "class-bounds", DIAG_INPUT, N_("the class '{1}' ends before it begins"),
     N_("write the lower bound first"))
DIAG(DIAG_NOT_UNKNOWN, "not-unknown", DIAG_INPUT, N_("'{1}' cannot stand here: this has to be known"),
     N_("a value of the kind {2}, for example {3}"))
DIAG(DIAG_UNKNOWN_CHANGE, "unknown-change", DIAG_INPUT, N_("a value cannot be changed by '{1}'"),
     N_("write = ? to make it unknown"))
DIAG(DIAG_NAME_CHANGE, "name-change", DIAG_INPUT, N_("a value cannot be changed by the name '{1}'"),
     N_("write = to set it, or change it by a percent"))
DIAG(DIAG_OPERATION_KIND, "operation-kind", DIAG_INPUT, N_("'{1}' does not change a value of the kind {2}"),
     N_("set the whole value with ="))
DIAG(DIAG_FACTOR, "factor", DIAG_INPUT,
     N_("'{1}' is not a factor: behind *= stands a bare number that is not negative"),
     N_("write it as in *= 1,2, for 20 % more"))
DIAG(DIAG_NOT_UNCERTAIN, "not-uncertain", DIAG_INPUT, N_("'{1}' cannot stand here: this value is never uncertain"),
     N_("leave it out"))
DIAG(DIAG_SPREAD_CHANGE, "spread-change", DIAG_INPUT, N_("'{1}' cannot stand behind a change"),
     N_("set the whole value with =, uncertainty included"))
DIAG(DIAG_SPREAD_MISSING, "spread-missing", DIAG_INPUT, N_("no distribution stands behind '{1}'"),
     N_("write one as in ~ uniform(50 000, 90 000)"))
DIAG(DIAG_SPREAD_UNKNOWN, "spread-unknown", DIAG_INPUT,
     N_("'{1}' is not a distribution: normal, uniform, triangular, pert, lognormal, p10 or one_of"), N_("did you mean '{2}'?"))
DIAG(DIAG_SPREAD_PARENTHESIS, "spread-parenthesis", DIAG_INPUT,
     N_("the arguments of a distribution stand in parentheses; '{1}' is not written so"),
     N_("write it as in uniform(50 000, 90 000)"))
DIAG(DIAG_SPREAD_COMMA, "spread-comma", DIAG_INPUT, N_("no blank stands behind the comma"),
     N_("arguments are separated by a comma and a blank, as in uniform(50 000, 90 000)"))
DIAG(DIAG_SPREAD_COUNT, "spread-count", DIAG_INPUT, N_("{1} has {3} in its parentheses and takes {2}: {4}"),
     N_("arguments are separated by a comma and a blank, as in uniform(50 000, 90 000)"))
DIAG(DIAG_SPREAD_MIN, "spread-min", DIAG_INPUT, N_("the lowest value, {1}, lies above the value itself, {2}"), "")
DIAG(DIAG_SPREAD_MAX, "spread-max", DIAG_INPUT, N_("the highest value, {1}, lies below the value itself, {2}"), "")
DIAG(DIAG_SPREAD_NEGATIVE, "spread-negative", DIAG_INPUT, N_("a standard deviation cannot be negative, as {1} is"), "")
DIAG(DIAG_SPREAD_MEDIAN, "spread-median", DIAG_INPUT, N_("{1} cannot be lognormal, which is always above zero"),
     N_("use normal or pert"))
DIAG(DIAG_SPREAD_P95, "spread-p95", DIAG_INPUT, N_("the 95th percentile, {1}, lies below the value itself, {2}"), "")
DIAG(DIAG_SPREAD_P10, "spread-p10", DIAG_INPUT, N_("the 10th percentile, {1}, lies above the value itself, {2}"), "")
DIAG(DIAG_SPREAD_P90, "spread-p90", DIAG_INPUT, N_("the 90th percentile, {1}, lies below the value itself, {2}"), "")
DIAG(DIAG_SPREAD_NO_P90, "spread-no-p90", DIAG_INPUT, N_("no 90th percentile stands behind the 10th"),
     N_("write both, as in p10(50 000) p90(90 000)"))
DIAG(DIAG_SPREAD_COLON, "spread-colon", DIAG_INPUT, N_("no chance stands behind {1}"),
     N_("write each value with its chance, as in one_of(30 000: 20 %, 60 000: 80 %)"))
DIAG(DIAG_SPREAD_PARTS, "spread-parts", DIAG_INPUT, N_("the chances make {1}, and not 100 %"), "")
DIAG(DIAG_SPREAD_NONE_OF, "spread-none-of", DIAG_INPUT, N_("the value itself, {1}, is none of those"),
     N_("the value before ~ is one of those behind it: the one that every exact figure is worked with"))
DIAG(DIAG_SPREAD_CHANCE, "spread-chance", DIAG_INPUT, N_("{1} is no probability"), N_("write 0 % to 100 %"))
/* clang-format on */
