/* The table of keys. A row is all there is to say about a key. */

#include <medfin/model/keys.h>

#include <medfin/model/tariff.h>

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

/* clang-format off */
const struct section_row section_rows[SECTION_COUNT] = {
    [SECTION_PROJECT] = { "project", false, sizeof(struct project), N_("what the project is, and from when to when") },
    [SECTION_INDEX] = { "index", true, sizeof(struct index), N_("a revision of wages or prices, step by step") },
    [SECTION_RATE] = { "rate", true, sizeof(struct rate), N_("a percent by year, as the employer's on-cost") },
    [SECTION_CATEGORY] = { "category", true, sizeof(struct category), N_("an own cost category beside the built-in ones") },
    [SECTION_STAFF] = { "staff", true, sizeof(struct staff), N_("a post: salary, share and employer's on-cost"), .costs = true },
    [SECTION_COST] = { "cost", true, sizeof(struct cost), N_("any other cost"), .costs = true },
    [SECTION_ACTIVITY] = { "activity", true, sizeof(struct activity), N_("a meeting, course or measure with its months"), .costs = true },
    [SECTION_ACTIVITIES] = { "activities", false, sizeof(struct activities), N_("a plan of activities in a CSV file, and its budget") },
    [SECTION_TRAVEL] = { "travel", true, sizeof(struct travel), N_("trips, with climate compensation for flights"), .costs = true },
    [SECTION_OVERHEAD] = { "overhead", true, sizeof(struct overhead), N_("indirect costs as a percent of others"), .costs = true },
    [SECTION_FUNDER] = { "funder", true, sizeof(struct funder), N_("who pays, how much and on what terms"), .pays = true },
    [SECTION_GROUP] = { "group", true, sizeof(struct group), N_("funders with a limit in common, as one appropriation") },
    [SECTION_FRAME] = { "frame", true, sizeof(struct frame), N_("a budget frame that contributions must fit in") },
    [SECTION_TARIFF] = { "tariff", true, sizeof(struct tariff), N_("how a member's fee is made"), .pays = true },
    [SECTION_MEMBERS] = { "members", false, sizeof(struct members), N_("the members and their inhabitants, from CSV files") },
    [SECTION_MEMBER] = { "member", true, sizeof(struct member), N_("one member: a row of the members' file, or stated here") },
    [SECTION_POPULATION] = { "population", true, sizeof(struct population), N_("inhabitants of one municipality: rows of the population file, or stated here") },
    [SECTION_RESERVE] = { "reserve", false, sizeof(struct reserve), N_("the reserve that an association must keep") },
    [SECTION_MEMBERSHIP] = { "membership", false, sizeof(struct membership), N_("a member's own effort against its benefit") },
    [SECTION_RULES] = { "rules", false, sizeof(struct rules), N_("limits that the rules test against") },
    [SECTION_CORRELATION] = { "correlation", false, sizeof(struct correlation), N_("which uncertain values move together") },
    [SECTION_SCENARIO] = { "scenario", false, sizeof(struct scenario), N_("marks a file that is read on top of a project") },
};
/* clang-format on */

#define BIT(section)    (1u << SECTION_##section)
#define AT(type, field) .offset = offsetof(struct type, field)
#define DEFAULT(value)  .fallback = (value)
#define UPTO(top)       .low = 0, .high = (top)

#define SET KEY_HAS_DEFAULT
#define REQ KEY_REQUIRED
#define UNK KEY_MAY_BE_UNKNOWN
#define UNC KEY_MAY_BE_UNCERTAIN
#define SAY KEY_DESCRIBES

#define PERCENT(hundredths) ((hundredths) * (SHARE_ONE / 10000))
#define LINES_OF_COST       (BIT(STAFF) | BIT(COST) | BIT(ACTIVITY) | BIT(TRAVEL) | BIT(OVERHEAD))

enum { MOST_MONTHS = 1200, MOST_INHABITANTS = 100000000, MOST_COUNT = 1000000 };

#define MOST_RATE (MOST_COUNT * SHARE_ONE) /* a million kronor per inhabitant */

/* clang-format off */
const struct key key_rows[] = {
    /* Any section. */
    { SECTION_COUNT, "title", DATE_NONE, VALUE_TEXT, SAY, AT(section, title), .label = N_("title"), .meaning = N_("what people call it") },
    { SECTION_COUNT, "note", DATE_NONE, VALUE_TEXT, SAY | KEY_LINES, AT(section, note), .label = N_("note"), .meaning = N_("anything worth knowing about it") },
    { SECTION_COUNT, "source", DATE_NONE, VALUE_TEXT, SAY, AT(section, source), .label = N_("source"), .meaning = N_("where the section's figures come from; `assumption` marks one") },
    { SECTION_COUNT, "active", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(section, active), .label = N_("active"), .meaning = N_("no leaves the section out") },
    { SECTION_COUNT, "new", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(section, is_new), .label = N_("new"), .meaning = N_("in a scenario: the project does not have this section") },

    { SECTION_PROJECT, "reference", DATE_NONE, VALUE_TEXT, SAY, AT(project, reference), .label = N_("reference"), .meaning = N_("the registration number of the decision") },
    { SECTION_PROJECT, "owner", DATE_NONE, VALUE_TEXT, SAY, AT(project, owner), .label = N_("owner"), .meaning = N_("who runs the project") },
    { SECTION_PROJECT, "start", DATE_NONE, VALUE_MONTH, REQ, AT(project, start), .label = N_("first month"), .meaning = N_("first month") },
    { SECTION_PROJECT, "end", DATE_NONE, VALUE_MONTH, REQ, AT(project, end), .label = N_("last month"), .meaning = N_("last month") },
    { SECTION_PROJECT, "language", DATE_NONE, VALUE_WORD, SET, DEFAULT(LANGUAGE_SV), .words = words_language, AT(project, language), .label = N_("language"), .meaning = N_("language of reports") },
    { SECTION_PROJECT, "vat", DATE_NONE, VALUE_WORD, SET, DEFAULT(VAT_UNSTATED), .words = words_vat, AT(project, vat), .label = N_("VAT"), .meaning = N_("whether amounts include VAT; printed, never computed") },
    { SECTION_PROJECT, "opening_equity", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, AT(project, opening_equity), .label = N_("opening equity"), .meaning = N_("equity before the first month") },
    { SECTION_PROJECT, "earmarked_equity", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, UPTO(MONEY_LIMIT), AT(project, earmarked_equity), .label = N_("earmarked equity"), .meaning = N_("equity that is bound to a purpose") },
    { SECTION_PROJECT, "fixed_assets", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, UPTO(MONEY_LIMIT), AT(project, fixed_assets), .label = N_("fixed assets"), .meaning = N_("equity that is tied up in assets") },
    { SECTION_PROJECT, "opening_cash", DATE_NONE, VALUE_MONEY, UNK | UNC, AT(project, opening_cash), .label = N_("opening cash"), .meaning = N_("cash before the first month; opening_equity unless stated") },

    { SECTION_INDEX, "", DATE_MONTH, VALUE_PERCENT, UNK | UNC, .low = PERCENT(-9900), .high = PERCENT(100000), AT(index, steps), .meaning = N_("revision as of that month") },
    { SECTION_INDEX, "rate", DATE_NONE, VALUE_PERCENT, UNK | UNC, .low = PERCENT(-9900), .high = PERCENT(100000), AT(index, rate), .label = N_("yearly revision"), .meaning = N_("the same revision every year") },
    { SECTION_INDEX, "month", DATE_NONE, VALUE_COUNT, SET, DEFAULT(1), .low = 1, .high = 12, AT(index, at_month), .label = N_("month of the revision"), .meaning = N_("calendar month of the yearly revision") },

    { SECTION_RATE, "", DATE_YEAR, VALUE_PERCENT, UNK | UNC, UPTO(PERCENT(100000)), AT(rate, years), .meaning = N_("the percent of that year") },

    { SECTION_STAFF, "monthly_salary", DATE_NONE, VALUE_MONEY, REQ | UNK | UNC, UPTO(MONEY_LIMIT), AT(staff, monthly_salary), .label = N_("monthly salary"), .meaning = N_("full-time salary a month, at the level of the line's first month") },
    { SECTION_STAFF, "monthly_salary", DATE_SUFFIX_MONTH, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(staff, salaries), .label = N_("monthly salary"), .meaning = N_("restates the salary from that month; index steps after it apply") },
    { SECTION_STAFF, "employer_rate", DATE_NONE, VALUE_PERCENT_OR_NAME, SET | UNK | UNC, UPTO(PERCENT(100000)), .targets = BIT(RATE), AT(staff, employer_rate), .label = N_("employer's on-cost"), .meaning = N_("employer's on-cost, a percent of salary or a [rate]") },
    { SECTION_STAFF, "share", DATE_NONE, VALUE_PERCENT, SET | UNK | UNC, DEFAULT(SHARE_ONE), UPTO(SHARE_ONE), AT(staff, share), .label = N_("share of full time"), .meaning = N_("share of full time") },
    { SECTION_STAFF, "share", DATE_SUFFIX_MONTH, VALUE_PERCENT, UNK | UNC, UPTO(SHARE_ONE), AT(staff, shares), .label = N_("share of full time"), .meaning = N_("share from that month on") },
    { SECTION_STAFF, "index", DATE_NONE, VALUE_NAME, 0, .targets = BIT(INDEX), AT(staff, index), .label = N_("revision"), .meaning = N_("revision of the salary") },
    { SECTION_STAFF, "from", DATE_NONE, VALUE_MONTH, 0, AT(line, from), .label = N_("first month"), .meaning = N_("first month; the project's unless stated") },
    { SECTION_STAFF, "to", DATE_NONE, VALUE_MONTH, 0, AT(line, to), .label = N_("last month"), .meaning = N_("last month; the project's unless stated") },
    { SECTION_STAFF, "person", DATE_NONE, VALUE_TEXT, SAY, AT(staff, person), .label = N_("person"), .meaning = N_("who holds the post: one person's shares are added") },
    { SECTION_STAFF, "employer", DATE_NONE, VALUE_TEXT, SAY, AT(staff, employer), .label = N_("employer"), .meaning = N_("who employs") },
    { SECTION_STAFF, "category", DATE_NONE, VALUE_NAME, SET, .fallback_name = "staff", .targets = BIT(CATEGORY), AT(line, category), .label = N_("category"), .meaning = N_("cost category") },
    { SECTION_STAFF, "in_kind_by", DATE_NONE, VALUE_NAME, 0, .targets = BIT(FUNDER), AT(line, in_kind_by), .label = N_("in kind by"), .meaning = N_("the funder that bears the cost itself, in kind") },
    { SECTION_STAFF, "eligible", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, eligible), .label = N_("eligible"), .meaning = N_("whether funders count the cost") },
    { SECTION_STAFF, "running", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, running), .label = N_("running"), .meaning = N_("whether it is a running cost of the reserve rule") },
    { SECTION_STAFF, "notice_months", DATE_NONE, VALUE_COUNT, 0, UPTO(120), AT(line, notice_months), .label = N_("months of notice"), .meaning = N_("period of notice") },

    { SECTION_COST, "amount", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, AT(cost, amount), .label = N_("amount"), .meaning = N_("per month, per year, in total or once") },
    { SECTION_COST, "", DATE_YEAR, VALUE_MONEY, UNK | UNC, AT(cost, years), .meaning = N_("the amount of that year, never indexed") },
    { SECTION_COST, "", DATE_MONTH, VALUE_MONEY, UNK | UNC, AT(cost, months), .meaning = N_("the amount of that month, never indexed") },
    { SECTION_COST, "month", DATE_NONE, VALUE_MONTH, 0, AT(cost, at_month), .label = N_("month"), .meaning = N_("when an amount once falls; `from` unless stated") },
    { SECTION_COST, "index", DATE_NONE, VALUE_NAME, 0, .targets = BIT(INDEX), AT(cost, index), .label = N_("revision"), .meaning = N_("revision of the amount") },
    { SECTION_COST, "from", DATE_NONE, VALUE_MONTH, 0, AT(line, from), .label = N_("first month"), .meaning = N_("first month; the project's unless stated") },
    { SECTION_COST, "to", DATE_NONE, VALUE_MONTH, 0, AT(line, to), .label = N_("last month"), .meaning = N_("last month; the project's unless stated") },
    { SECTION_COST, "category", DATE_NONE, VALUE_NAME, SET, .fallback_name = "other", .targets = BIT(CATEGORY), AT(line, category), .label = N_("category"), .meaning = N_("cost category") },
    { SECTION_COST, "in_kind_by", DATE_NONE, VALUE_NAME, 0, .targets = BIT(FUNDER), AT(line, in_kind_by), .label = N_("in kind by"), .meaning = N_("the funder that bears the cost itself, in kind") },
    { SECTION_COST, "eligible", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, eligible), .label = N_("eligible"), .meaning = N_("whether funders count the cost") },
    { SECTION_COST, "running", DATE_NONE, VALUE_WORD, 0, .words = words_yes_no, AT(line, running), .label = N_("running"), .meaning = N_("whether it is a running cost; yes for amounts per month, per year or stated by year") },
    { SECTION_COST, "notice_months", DATE_NONE, VALUE_COUNT, 0, UPTO(120), AT(line, notice_months), .label = N_("months of notice"), .meaning = N_("period of notice") },

    { SECTION_ACTIVITY, "month", DATE_NONE, VALUE_MONTHS, 0, AT(activity, at_month), .label = N_("month"), .meaning = N_("when it takes place") },
    { SECTION_ACTIVITY, "months", DATE_NONE, VALUE_MONTHS, 0, AT(activity, at_months), .label = N_("months"), .meaning = N_("when it takes place") },
    { SECTION_ACTIVITY, "amount", DATE_NONE, VALUE_MONEY, UNK | UNC, AT(activity, amount), .label = N_("cost each time"), .meaning = N_("cost each time") },
    { SECTION_ACTIVITY, "total", DATE_NONE, VALUE_MONEY, UNK, AT(activity, total), .label = N_("cost in all"), .meaning = N_("cost in all, spread over its months") },
    { SECTION_ACTIVITY, "", DATE_YEAR, VALUE_MONEY, UNK, AT(activity, years), .meaning = N_("cost in that year, where no month is known: spread over the year's months") },
    { SECTION_ACTIVITY, "when", DATE_NONE, VALUE_TEXT, SAY, AT(activity, when), .label = N_("time"), .meaning = N_("when, in words; a cost with words and no month is listed and left aside") },
    { SECTION_ACTIVITY, "participants", DATE_NONE, VALUE_COUNT, UNC, UPTO(100000000), AT(activity, participants), .label = N_("participants"), .meaning = N_("participants each time") },
    { SECTION_ACTIVITY, "unit_cost", DATE_NONE, VALUE_MONEY, UNK | UNC, AT(activity, unit_cost), .label = N_("cost per participant"), .meaning = N_("cost per participant") },
    { SECTION_ACTIVITY, "hours", DATE_NONE, VALUE_NUMBER, 0, UPTO(10000 * SHARE_ONE), AT(activity, hours), .label = N_("hours"), .meaning = N_("length in hours") },
    { SECTION_ACTIVITY, "priority", DATE_NONE, VALUE_COUNT, KEY_RANKS, .low = 1, .high = 3, AT(activity, priority), .label = N_("priority"), .meaning = N_("1 is first") },
    { SECTION_ACTIVITY, "status", DATE_NONE, VALUE_TEXT, 0, AT(activity, status), .label = N_("status"), .meaning = N_("planned unless stated; cancelled and dormant cost nothing") },
    { SECTION_ACTIVITY, "responsible", DATE_NONE, VALUE_TEXT, SAY, AT(activity, responsible), .label = N_("responsible"), .meaning = N_("who sees to it") },
    { SECTION_ACTIVITY, "arena", DATE_NONE, VALUE_TEXTS, SAY, AT(activity, arena), .label = N_("group or network"), .meaning = N_("groups or networks that meet") },
    { SECTION_ACTIVITY, "form", DATE_NONE, VALUE_WORD, 0, .words = words_form, AT(activity, form), .label = N_("form"), .meaning = N_("digital, physical or mixed") },
    { SECTION_ACTIVITY, "category", DATE_NONE, VALUE_NAME, SET, .fallback_name = "activities", .targets = BIT(CATEGORY), AT(line, category), .label = N_("category"), .meaning = N_("cost category") },
    { SECTION_ACTIVITY, "in_kind_by", DATE_NONE, VALUE_NAME, 0, .targets = BIT(FUNDER), AT(line, in_kind_by), .label = N_("in kind by"), .meaning = N_("the funder that bears the cost itself, in kind") },
    { SECTION_ACTIVITY, "eligible", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, eligible), .label = N_("eligible"), .meaning = N_("whether funders count the cost") },

    { SECTION_ACTIVITIES, "file", DATE_NONE, VALUE_FILE, 0, AT(activities, file), .label = N_("file"), .meaning = N_("a plan in CSV") },
    { SECTION_ACTIVITIES, "budget", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(activities, budget), .label = N_("activity budget"), .meaning = N_("what activities may cost a year") },

    { SECTION_TRAVEL, "month", DATE_NONE, VALUE_MONTHS, 0, AT(travel, at_month), .label = N_("month"), .meaning = N_("when the trips are made") },
    { SECTION_TRAVEL, "months", DATE_NONE, VALUE_MONTHS, 0, AT(travel, at_months), .label = N_("months"), .meaning = N_("when the trips are made") },
    { SECTION_TRAVEL, "trips", DATE_NONE, VALUE_COUNT, REQ | UNC, UPTO(100000000), AT(travel, trips), .label = N_("trips"), .meaning = N_("how many each time") },
    { SECTION_TRAVEL, "cost_per_trip", DATE_NONE, VALUE_MONEY, REQ | UNK | UNC, UPTO(MONEY_LIMIT), AT(travel, cost_per_trip), .label = N_("cost per trip"), .meaning = N_("cost of one trip") },
    { SECTION_TRAVEL, "mode", DATE_NONE, VALUE_WORD, 0, .words = words_mode, AT(travel, mode), .label = N_("mode of travel"), .meaning = N_("train, bus, car or flight") },
    { SECTION_TRAVEL, "distance_km", DATE_NONE, VALUE_NUMBER, 0, UPTO(1000000 * SHARE_ONE), AT(travel, distance_km), .label = N_("distance in km"), .meaning = N_("length of one trip") },
    { SECTION_TRAVEL, "kg_co2e_per_km", DATE_NONE, VALUE_NUMBER, 0, UPTO(1000 * SHARE_ONE), AT(travel, kg_co2e_per_km), .label = N_("kg CO2e per km"), .meaning = N_("emissions of a kilometre") },
    { SECTION_TRAVEL, "compensation", DATE_NONE, VALUE_MONEY_EACH, 0, UPTO(MONEY_LIMIT), AT(travel, compensation), .label = N_("climate compensation"), .meaning = N_("climate compensation per tonne, or a percent of the ticket") },
    { SECTION_TRAVEL, "category", DATE_NONE, VALUE_NAME, SET, .fallback_name = "travel", .targets = BIT(CATEGORY), AT(line, category), .label = N_("category"), .meaning = N_("cost category") },
    { SECTION_TRAVEL, "eligible", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, eligible), .label = N_("eligible"), .meaning = N_("whether funders count the cost") },

    { SECTION_OVERHEAD, "rate", DATE_NONE, VALUE_PERCENT, REQ | UNK | UNC, UPTO(PERCENT(100000)), AT(overhead, rate), .label = N_("percent"), .meaning = N_("percent of the base") },
    { SECTION_OVERHEAD, "base", DATE_NONE, VALUE_NAMES, REQ, .targets = BIT(CATEGORY) | LINES_OF_COST, AT(overhead, base), .label = N_("base"), .meaning = N_("categories and lines that it is a percent of") },
    { SECTION_OVERHEAD, "include_in_kind", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(overhead, include_in_kind), .label = N_("includes in kind"), .meaning = N_("whether in-kind lines of a category belong to the base") },
    { SECTION_OVERHEAD, "covers", DATE_NONE, VALUE_NAMES, 0, .targets = BIT(CATEGORY), AT(overhead, covers), .label = N_("covers"), .meaning = N_("categories that the flat rate already pays") },
    { SECTION_OVERHEAD, "category", DATE_NONE, VALUE_NAME, SET, .fallback_name = "overhead", .targets = BIT(CATEGORY), AT(line, category), .label = N_("category"), .meaning = N_("cost category") },
    { SECTION_OVERHEAD, "eligible", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, eligible), .label = N_("eligible"), .meaning = N_("whether funders count the cost") },
    { SECTION_OVERHEAD, "running", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, running), .label = N_("running"), .meaning = N_("whether it is a running cost of the reserve rule") },

    { SECTION_FUNDER, "status", DATE_NONE, VALUE_STATUS, REQ | UNC, .words = words_status, AT(funder, status), .label = N_("status"), .meaning = N_("how certain the money is") },
    { SECTION_FUNDER, "amount", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(funder, amount), .label = N_("amount"), .meaning = N_("what it pays; of a share or match, the most it pays") },
    { SECTION_FUNDER, "", DATE_YEAR, VALUE_MONEY_WITH_STATUS, UNK | UNC, UPTO(MONEY_LIMIT), .words = words_status, AT(funder, years), .meaning = N_("the amount of that year, with a status of its own if need be") },
    { SECTION_FUNDER, "share", DATE_NONE, VALUE_PERCENT, UNK | UNC, UPTO(SHARE_ONE), AT(funder, share), .label = N_("share"), .meaning = N_("its share of the eligible cost") },
    { SECTION_FUNDER, "matches", DATE_NONE, VALUE_NAMES, 0, .targets = BIT(FUNDER) | BIT(TARIFF), AT(funder, matches), .label = N_("matches"), .meaning = N_("whose contributions it matches") },
    { SECTION_FUNDER, "ratio", DATE_NONE, VALUE_RATIO, SET, DEFAULT(1), .fallback_second = 1, AT(funder, ratio), .label = N_("ratio"), .meaning = N_("grant to match") },
    { SECTION_FUNDER, "counts_in_kind", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(funder, counts_in_kind), .label = N_("counts in kind"), .meaning = N_("whether in kind counts as match") },
    { SECTION_FUNDER, "remainder", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, remainder), .label = N_("pays the remainder"), .meaning = N_("yes: it pays what the others leave of each year's cost") },
    { SECTION_FUNDER, "max_share", DATE_NONE, VALUE_PERCENT, UNK | UNC, UPTO(SHARE_ONE), AT(funder, max_share), .label = N_("highest share"), .meaning = N_("the most of the cost that it pays") },
    { SECTION_FUNDER, "basis", DATE_NONE, VALUE_WORD, SET, DEFAULT(BASIS_ALL), .words = words_basis, AT(funder, basis), .label = N_("basis"), .meaning = N_("what its percents are percents of") },
    { SECTION_FUNDER, "excludes", DATE_NONE, VALUE_NAMES, 0, .targets = BIT(CATEGORY), AT(funder, excludes), .label = N_("excludes"), .meaning = N_("categories that it does not pay") },
    { SECTION_FUNDER, "carry_over", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, carry_over), .label = N_("carry over"), .meaning = N_("whether what a year's ceiling leaves may be drawn later") },
    { SECTION_FUNDER, "in_kind", DATE_NONE, VALUE_IN_KIND, UNK | UNC, UPTO(MONEY_LIMIT), AT(funder, in_kind), .label = N_("in kind"), .meaning = N_("what it contributes in kind") },
    { SECTION_FUNDER, "in_kind_category", DATE_NONE, VALUE_NAME, SET, .fallback_name = "in-kind", .targets = BIT(CATEGORY), AT(funder, in_kind_category), .label = N_("category of in kind"), .meaning = N_("category of its in kind") },
    { SECTION_FUNDER, "in_kind_hourly_rate", DATE_NONE, VALUE_MONEY, 0, .low = 1, .high = MONEY_LIMIT, AT(funder, in_kind_hourly_rate), .label = N_("value of an hour"), .meaning = N_("value of an hour in kind") },
    { SECTION_FUNDER, "group", DATE_NONE, VALUE_NAME, 0, .targets = BIT(GROUP), AT(funder, group), .label = N_("group"), .meaning = N_("the group whose limit it shares") },
    { SECTION_FUNDER, "frame", DATE_NONE, VALUE_NAME, 0, .targets = BIT(FRAME), AT(funder, frame), .label = N_("frame"), .meaning = N_("the frame that it must fit in") },
    { SECTION_FUNDER, "own", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, own), .label = N_("own money"), .meaning = N_("yes: the project owner's own money") },
    { SECTION_FUNDER, "sector", DATE_NONE, VALUE_WORD, 0, .words = words_sector, AT(funder, sector), .label = N_("sector"), .meaning = N_("where the money comes from") },
    { SECTION_FUNDER, "reference", DATE_NONE, VALUE_TEXT, SAY, AT(funder, reference), .label = N_("reference"), .meaning = N_("the decision's registration number") },
    { SECTION_FUNDER, "from", DATE_NONE, VALUE_MONTH, 0, AT(line, from), .label = N_("first month"), .meaning = N_("first month; the project's unless stated") },
    { SECTION_FUNDER, "to", DATE_NONE, VALUE_MONTH, 0, AT(line, to), .label = N_("last month"), .meaning = N_("last month; the project's unless stated") },
    { SECTION_FUNDER, "paid", DATE_NONE, VALUE_WORD, SET, DEFAULT(PAID_MONTHLY), .words = words_paid, AT(funder, paid), .label = N_("way of payment"), .meaning = N_("when the money comes") },
    { SECTION_FUNDER, "claim_every", DATE_NONE, VALUE_COUNT, 0, .low = 1, .high = MOST_MONTHS, AT(funder, claim_every), .label = N_("months between claims"), .meaning = N_("months between claims") },
    { SECTION_FUNDER, "payment_lag", DATE_NONE, VALUE_COUNT, SET, UPTO(120), AT(funder, payment_lag), .label = N_("months to payment"), .meaning = N_("months from claim to payment") },
    { SECTION_FUNDER, "holdback", DATE_NONE, VALUE_PERCENT, SET, UPTO(SHARE_ONE), AT(funder, holdback), .label = N_("part held back"), .meaning = N_("kept back until the final claim") },
    { SECTION_FUNDER, "one_open_claim", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, one_open_claim), .label = N_("one open claim"), .meaning = N_("no new claim while one is unpaid") },
    { SECTION_FUNDER, "advance", DATE_NONE, VALUE_ADVANCE, 0, UPTO(SHARE_ONE), AT(funder, advance), .label = N_("advance"), .meaning = N_("paid in the first month and set off against the first claims") },

    { SECTION_GROUP, "max_share", DATE_NONE, VALUE_PERCENT, UNK, UPTO(SHARE_ONE), AT(group, max_share), .label = N_("highest share"), .meaning = N_("the most that the group's funders may cover together") },
    { SECTION_GROUP, "basis", DATE_NONE, VALUE_WORD, SET, DEFAULT(BASIS_ALL), .words = words_basis, AT(group, basis), .label = N_("basis"), .meaning = N_("what the percent is a percent of") },
    { SECTION_GROUP, "amount", DATE_NONE, VALUE_MONEY, UNK, UPTO(MONEY_LIMIT), AT(group, amount), .label = N_("amount"), .meaning = N_("the most in kronor") },

    { SECTION_FRAME, "amount", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK, UPTO(MONEY_LIMIT), AT(frame, amount), .label = N_("amount"), .meaning = N_("the frame, per year") },
    { SECTION_FRAME, "", DATE_YEAR, VALUE_MONEY, UNK, UPTO(MONEY_LIMIT), AT(frame, years), .meaning = N_("the frame of that year") },
    { SECTION_FRAME, "committed", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK, UPTO(MONEY_LIMIT), AT(frame, committed), .label = N_("taken by other decisions"), .meaning = N_("what other decisions already take") },
    { SECTION_FRAME, "committed", DATE_SUFFIX_YEAR, VALUE_MONEY, UNK, UPTO(MONEY_LIMIT), AT(frame, committed_years), .label = N_("taken by other decisions"), .meaning = N_("what other decisions take that year") },

    { SECTION_TARIFF, "category", DATE_NONE, VALUE_TEXT, 0, AT(tariff, category), .label = N_("category of members"), .meaning = N_("the category of members that pay it; its id unless stated") },
    { SECTION_TARIFF, "fixed", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(tariff, fixed), .label = N_("fixed part"), .meaning = N_("the same for all") },
    { SECTION_TARIFF, "per_inhabitant", DATE_NONE, VALUE_MONEY_FINE, UNK | UNC, UPTO(MOST_RATE), AT(tariff, per_inhabitant), .label = N_("per inhabitant"), .meaning = N_("per inhabitant") },
    { SECTION_TARIFF, "inhabitants_cap", DATE_NONE, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(tariff, inhabitants_cap), .label = N_("cap on inhabitants"), .meaning = N_("inhabitants above this are not counted") },
    { SECTION_TARIFF, "classes", DATE_NONE, VALUE_CLASSES, KEY_LINES, AT(tariff, classes), .label = N_("size classes"), .meaning = N_("one amount per size class") },
    { SECTION_TARIFF, "class_rates", DATE_NONE, VALUE_CLASS_RATES, KEY_LINES, AT(tariff, class_rates), .label = N_("rates by class"), .meaning = N_("the class sets the rate of all inhabitants") },
    { SECTION_TARIFF, "bands", DATE_NONE, VALUE_CLASS_RATES, KEY_LINES, AT(tariff, bands), .label = N_("bands"), .meaning = N_("each inhabitant pays the rate of the band it falls in") },
    { SECTION_TARIFF, "minimum", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(tariff, minimum), .label = N_("lowest fee"), .meaning = N_("lowest fee") },
    { SECTION_TARIFF, "maximum", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(tariff, maximum), .label = N_("highest fee"), .meaning = N_("highest fee") },
    { SECTION_TARIFF, "basis_year", DATE_NONE, VALUE_COUNT, SET, DEFAULT(-1), .low = -10, .high = 1, AT(tariff, basis_year), .label = N_("year of the inhabitants"), .meaning = N_("−1: inhabitants on 31 December of the year before") },
    { SECTION_TARIFF, "index", DATE_NONE, VALUE_NAME, 0, .targets = BIT(INDEX), AT(tariff, index), .label = N_("revision"), .meaning = N_("revision of the fee, as of January") },
    { SECTION_TARIFF, "first_year", DATE_NONE, VALUE_WORD, SET, DEFAULT(FIRST_YEAR_FULL), .words = words_first_year, AT(tariff, first_year), .label = N_("first year"), .meaning = N_("what a new member pays in its first year: all, or the half-years, quarters or months that are left of it, or nothing") },
    { SECTION_TARIFF, "round_to", DATE_NONE, VALUE_ROUNDING, 0, .words = words_rounding, AT(tariff, round_to), .label = N_("rounding"), .meaning = N_("rounding of the yearly fee; to whole öre unless stated") },
    { SECTION_TARIFF, "count", DATE_NONE, VALUE_COUNT, UNC, UPTO(MOST_COUNT), AT(tariff, count), .label = N_("members"), .meaning = N_("how many equal members") },
    { SECTION_TARIFF, "count", DATE_SUFFIX_YEAR, VALUE_COUNT, UNC, UPTO(MOST_COUNT), AT(tariff, counts), .label = N_("members"), .meaning = N_("how many equal members from that year on") },
    { SECTION_TARIFF, "inhabitants", DATE_NONE, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(tariff, inhabitants), .label = N_("inhabitants"), .meaning = N_("inhabitants of an equal member") },
    { SECTION_TARIFF, "status", DATE_NONE, VALUE_STATUS, SET | UNC, DEFAULT(STATUS_DECIDED), .words = words_status, AT(tariff, status), .label = N_("status"), .meaning = N_("how certain the fees are") },
    { SECTION_TARIFF, "leave", DATE_NONE, VALUE_PER_YEAR, 0, UPTO(SHARE_ONE), AT(tariff, leave), .label = N_("members that leave"), .meaning = N_("how many members leave a year, in a simulation") },
    { SECTION_TARIFF, "invoice_month", DATE_NONE, VALUE_COUNT, SET, DEFAULT(1), .low = 1, .high = 12, AT(tariff, invoice_month), .label = N_("month of invoice"), .meaning = N_("calendar month in which fees are invoiced") },
    { SECTION_TARIFF, "payment_lag", DATE_NONE, VALUE_COUNT, SET, UPTO(120), AT(tariff, payment_lag), .label = N_("months to payment"), .meaning = N_("months from invoice to payment") },

    { SECTION_MEMBERS, "file", DATE_NONE, VALUE_FILE, KEY_HOLDS_FIGURES, AT(members, file), .label = N_("file"), .meaning = N_("members in CSV") },
    { SECTION_MEMBERS, "population", DATE_NONE, VALUE_FILE, KEY_HOLDS_FIGURES, AT(members, population), .label = N_("population"), .meaning = N_("inhabitants by municipality and year in CSV") },

    { SECTION_MEMBER, "category", DATE_NONE, VALUE_TEXT, 0, AT(member, category), .label = N_("category of members"), .meaning = N_("whose tariff it pays") },
    { SECTION_MEMBER, "joined", DATE_NONE, VALUE_MONTH, 0, AT(member, joined), .label = N_("month of joining"), .meaning = N_("first month; a member all along unless stated") },
    { SECTION_MEMBER, "left", DATE_NONE, VALUE_MONTH, 0, AT(member, left), .label = N_("month of leaving"), .meaning = N_("last month") },
    { SECTION_MEMBER, "inhabitants", DATE_NONE, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(member, inhabitants), .label = N_("inhabitants"), .meaning = N_("inhabitants in every year, in the place of the population's") },

    { SECTION_POPULATION, "", DATE_YEAR, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(population, years), .meaning = N_("inhabitants on 31 December of that year") },

    { SECTION_RESERVE, "months", DATE_NONE, VALUE_COUNT, SET, DEFAULT(6), UPTO(120), AT(reserve, months), .label = N_("months"), .meaning = N_("how many months' costs the equity must cover") },
    { SECTION_RESERVE, "basis", DATE_NONE, VALUE_WORD, SET, DEFAULT(RESERVE_RUNNING), .words = words_reserve_basis, AT(reserve, basis), .label = N_("reading"), .meaning = N_("the reading of the rule that decides") },
    { SECTION_RESERVE, "test", DATE_NONE, VALUE_WORD, SET, DEFAULT(TEST_YEAR_END), .words = words_reserve_test, AT(reserve, test), .label = N_("time of test"), .meaning = N_("when it is tested") },
    { SECTION_RESERVE, "lead", DATE_NONE, VALUE_COUNT, SET, UPTO(120), AT(reserve, lead), .label = N_("lead"), .meaning = N_("months before notice can be given") },
    { SECTION_RESERVE, "closing_costs", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, UPTO(MONEY_LIMIT), AT(reserve, closing_costs), .label = N_("closing costs"), .meaning = N_("one-off cost of closing down") },

    { SECTION_MEMBERSHIP, "tariff", DATE_NONE, VALUE_NAME, 0, .targets = BIT(TARIFF), AT(membership, tariff), .label = N_("tariff"), .meaning = N_("the network's tariff") },
    { SECTION_MEMBERSHIP, "fee", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, fee), .label = N_("fee"), .meaning = N_("the network's fee") },
    { SECTION_MEMBERSHIP, "own_hours", DATE_NONE, VALUE_NUMBER, SET | UNC, UPTO(10000000 * SHARE_ONE), AT(membership, own_hours), .label = N_("own hours"), .meaning = N_("own hours a year") },
    { SECTION_MEMBERSHIP, "hourly_cost", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, hourly_cost), .label = N_("cost of an hour"), .meaning = N_("cost of an hour") },
    { SECTION_MEMBERSHIP, "own_travel", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, own_travel), .label = N_("own travel"), .meaning = N_("own travel") },
    { SECTION_MEMBERSHIP, "hours_saved", DATE_NONE, VALUE_NUMBER, SET | UNC, UPTO(10000000 * SHARE_ONE), AT(membership, hours_saved), .label = N_("hours saved"), .meaning = N_("hours that the network saves a year") },
    { SECTION_MEMBERSHIP, "avoided_purchases", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, avoided_purchases), .label = N_("avoided purchases"), .meaning = N_("what need not be bought") },
    { SECTION_MEMBERSHIP, "share_used", DATE_NONE, VALUE_PERCENT, SET | UNC, DEFAULT(SHARE_ONE), UPTO(SHARE_ONE), AT(membership, share_used), .label = N_("share put to use"), .meaning = N_("how much of the saved time is put to use") },
    { SECTION_MEMBERSHIP, "in_line", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(membership, in_line), .label = N_("in line with the own work"), .meaning = N_("whether the network is in line with the own work") },

    { SECTION_RULES, "tolerance", DATE_NONE, VALUE_MONEY, SET, DEFAULT(KRONA), UPTO(MONEY_LIMIT), AT(rules, tolerance), .label = N_("tolerance"), .meaning = N_("what balance, match, share, group and in-kind forgive") },
    { SECTION_RULES, "balance", DATE_NONE, VALUE_WORD, SET, DEFAULT(BALANCE_YEAR), .words = words_balance, AT(rules, balance), .label = N_("period of balance"), .meaning = N_("whether each year balances, or the whole") },
    { SECTION_RULES, "unsecured", DATE_NONE, VALUE_THRESHOLD, SET, .fallback_second = THRESHOLD_WARN, UPTO(SHARE_ONE), .words = words_threshold, AT(rules, unsecured), .label = N_("unsecured financing"), .meaning = N_("how much of the financing may be unsecured") },
    { SECTION_RULES, "liquidity_limit", DATE_NONE, VALUE_MONEY, SET | UNK, .low = -MONEY_LIMIT, .high = MONEY_LIMIT, AT(rules, liquidity_limit), .label = N_("lowest cash allowed"), .meaning = N_("lowest cash allowed in any month; below zero: a credit") },
    { SECTION_RULES, "in_kind_limit", DATE_NONE, VALUE_LIMIT, 0, UPTO(SHARE_ONE), .words = words_cash, AT(rules, in_kind_limit), .label = N_("limit of in kind"), .meaning = N_("the most in kind: a percent of the total, or at most the cash cost") },

    { SECTION_CORRELATION, "", DATE_PATHS, VALUE_NUMBER, 0, .low = -SHARE_ONE, .high = SHARE_ONE, AT(correlation, pairs), .meaning = N_("correlation of two uncertain values") },

    { SECTION_SCENARIO, "base", DATE_NONE, VALUE_FILE, SAY, AT(scenario, base), .label = N_("scenario below"), .meaning = N_("a scenario to read before this one") },
};
/* clang-format on */

const int key_count = COUNT_OF(key_rows);
