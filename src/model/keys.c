/* The table of keys. A row is all there is to say about a key. */

#include <medfin/model/keys.h>

#include <medfin/model/activity.h>
#include <medfin/model/actuals.h>
#include <medfin/model/claim.h>
#include <medfin/model/funder.h>
#include <medfin/model/indicator.h>
#include <medfin/model/tariff.h>

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

enum { MOST_COMPARED = 2000 };

/* clang-format off */
const struct section_row section_rows[SECTION_COUNT] = {
    [SECTION_PROJECT] = { "project", "projekt", false, sizeof(struct project), N_("what the project is, and from when to when") },
    [SECTION_INDEX] = { "index", "uppräkning", true, sizeof(struct index), N_("a revision of wages or prices, step by step"), .most = MOST_COMPARED },
    [SECTION_RATE] = { "rate", "procentsats", true, sizeof(struct rate), N_("a percent by year, as the employer's on-cost"), .most = MOST_COMPARED },
    [SECTION_CATEGORY] = { "category", "kostnadsslag", true, sizeof(struct category), N_("an own cost category beside the built-in ones"), .most = MOST_COMPARED },
    [SECTION_STAFF] = { "staff", "personal", true, sizeof(struct staff), N_("a post: salary, share and employer's on-cost"), .costs = true, .category = "staff" },
    [SECTION_COST] = { "cost", "kostnad", true, sizeof(struct cost), N_("any other cost"), .costs = true, .category = "other" },
    [SECTION_ACTIVITY] = { "activity", "aktivitet", true, sizeof(struct activity), N_("a meeting, course or measure with its months"), .costs = true, .category = "activities" },
    [SECTION_ACTIVITIES] = { "activities", "handlingsplan", false, sizeof(struct activities), N_("a plan of activities in a CSV file, and its budget") },
    [SECTION_TRAVEL] = { "travel", "resa", true, sizeof(struct travel), N_("trips, with climate compensation for flights"), .costs = true, .category = "travel" },
    [SECTION_OVERHEAD] = { "overhead", "indirekta", true, sizeof(struct overhead), N_("indirect costs as a percent of others"), .costs = true, .category = "overhead", .most = MOST_COMPARED },
    [SECTION_FUNDER] = { "funder", "finansiär", true, sizeof(struct funder), N_("who pays, how much and on what terms"), .pays = true, .category = "in-kind", .most = MOST_COMPARED },
    [SECTION_GROUP] = { "group", "grupp", true, sizeof(struct group), N_("funders with a limit in common, as one appropriation"), .most = MOST_COMPARED },
    [SECTION_FRAME] = { "frame", "ram", true, sizeof(struct frame), N_("a budget frame that contributions must fit in"), .most = MOST_COMPARED },
    [SECTION_TARIFF] = { "tariff", "taxa", true, sizeof(struct tariff), N_("how a member's fee is made"), .pays = true, .most = MOST_COMPARED },
    [SECTION_MEMBERS] = { "members", "medlemmar", false, sizeof(struct members), N_("the members and their inhabitants, from CSV files") },
    [SECTION_MEMBER] = { "member", "medlem", true, sizeof(struct member), N_("one member: a row of the members' file, or stated here") },
    [SECTION_POPULATION] = { "population", "folkmängd", true, sizeof(struct population), N_("inhabitants of one municipality: rows of the population file, or stated here") },
    [SECTION_RESERVE] = { "reserve", "reserv", false, sizeof(struct reserve), N_("the reserve that an association must keep") },
    [SECTION_MEMBERSHIP] = { "membership", "medlemskap", false, sizeof(struct membership), N_("a member's own effort against its benefit") },
    [SECTION_RULES] = { "rules", "regler", false, sizeof(struct rules), N_("limits that the rules test against") },
    [SECTION_CORRELATION] = { "correlation", "korrelation", false, sizeof(struct correlation), N_("which uncertain values move together") },
    [SECTION_DECISION] = { "decision", "beslut", false, sizeof(struct decision), N_("what is asked for, as reports and letters say it first") },
    [SECTION_ACTUALS] = { "actuals", "utfall", false, sizeof(struct actuals), N_("what became of the plan, up to which month, and from which ledgers"), .follows = true },
    [SECTION_ACCOUNTS] = { "accounts", "kontering", true, sizeof(struct accounts), N_("which lines and funders the accounts of a ledger are"), .follows = true },
    [SECTION_BALANCE] = { "balance", "balans", false, sizeof(struct ledger_balances), N_("cash and equity as the ledger has them, of an association whose ledger is the project's"), .follows = true },
    [SECTION_CLAIM] = { "claim", "rekvisition", true, sizeof(struct claim), N_("a claim that was lodged with a funder, and what came of it"), .follows = true },
    [SECTION_INDICATOR] = { "indicator", "indikator", true, sizeof(struct indicator), N_("what is measured beside the money, by year, and where it is to be"), .follows = true },
    [SECTION_PORTFOLIO] = { "portfolio", "portfölj", false, sizeof(struct portfolio), N_("begins a file of several projects that are looked at together") },
    [SECTION_SCENARIO] = { "scenario", "scenario", false, sizeof(struct scenario), N_("marks a file that is read on top of a project") },
};
/* clang-format on */

#define ONLY(section)   ((const enum section_id[]){ SECTION_##section, SECTION_COUNT })
#define AT(type, field) .offset = offsetof(struct type, field)
#define DEFAULT(value)  .fallback = (value)
#define UPTO(top)       .low = 0, .high = (top)

#define SET  KEY_HAS_DEFAULT
#define REQ  KEY_REQUIRED
#define UNK  KEY_MAY_BE_UNKNOWN
#define UNC  KEY_MAY_BE_UNCERTAIN
#define SAY  KEY_DESCRIBES
#define FOL  KEY_FOLLOWS
#define OVER KEY_IS_OVER

#define PERCENT(hundredths) ((hundredths) * (SHARE_ONE / 10000))

enum { MOST_MONTHS = 1200, MOST_INHABITANTS = 100000000, MOST_COUNT = 1000000 };

#define MOST_RATE (MOST_COUNT * SHARE_ONE) /* a million kronor per inhabitant */

/* Sets of sections. */
static const enum section_id lines[] = { SECTION_STAFF,  SECTION_COST,     SECTION_ACTIVITY,
                                         SECTION_TRAVEL, SECTION_OVERHEAD, SECTION_COUNT };
static const enum section_id dated_lines[] = { SECTION_STAFF, SECTION_COST, SECTION_FUNDER, SECTION_COUNT };
static const enum section_id borne_lines[] = { SECTION_STAFF, SECTION_COST, SECTION_ACTIVITY, SECTION_COUNT };
static const enum section_id running_lines[] = { SECTION_STAFF, SECTION_OVERHEAD, SECTION_COUNT };
static const enum section_id noticed_lines[] = { SECTION_STAFF, SECTION_COST, SECTION_COUNT };
static const enum section_id bases[] = { SECTION_CATEGORY, SECTION_STAFF,    SECTION_COST, SECTION_ACTIVITY,
                                         SECTION_TRAVEL,   SECTION_OVERHEAD, SECTION_COUNT };
static const enum section_id payers[] = { SECTION_FUNDER, SECTION_TARIFF, SECTION_COUNT };
static const enum section_id booked_lines[] = { SECTION_STAFF,    SECTION_COST,   SECTION_ACTIVITY, SECTION_TRAVEL,
                                                SECTION_OVERHEAD, SECTION_FUNDER, SECTION_COUNT };

/* clang-format off */
const struct key key_rows[] = {
    /* Any section. */
    { NULL, "title", "titel", DATE_NONE, VALUE_TEXT, SAY, AT(section, title), .label = N_("title"), .meaning = N_("what people call it"), .example = "Energirådgivning i skolan" },
    { NULL, "note", "anteckning", DATE_NONE, VALUE_TEXT, SAY | KEY_LINES, AT(section, note), .label = N_("note"), .meaning = N_("anything worth knowing about it"), .example = "Beloppet är beräknat på 2020 års pris." },
    { NULL, "source", "källa", DATE_NONE, VALUE_TEXT, SAY, AT(section, source), .label = N_("source"), .meaning = N_("where the section's figures come from; `assumption` marks one"), .example = "RUN/578/2020" },
    { NULL, "source", "källa", DATE_KEY, VALUE_TEXT, SAY, AT(section, sources), .label = N_("source"), .meaning = N_("where that one value comes from, in the place of the section's source"), .example = "RUN/578/2020" },
    { NULL, "active", "aktiv", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(section, active), .label = N_("active"), .meaning = N_("no leaves the section out") },
    { NULL, "new", "ny", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(section, is_new), .label = N_("new"), .meaning = N_("in a scenario: the project does not have this section") },

    { ONLY(PROJECT), "version", "version", DATE_NONE, VALUE_TEXT, SAY, AT(project, version), .label = N_("version"), .meaning = N_("which version of the project the file is: in the head of every document"), .example = "3" },
    { ONLY(PROJECT), "decided", "beslutsdatum", DATE_NONE, VALUE_TEXT, SAY, AT(project, decided), .label = N_("decided"), .meaning = N_("the day that version was decided: in the head of every document"), .example = "2026-11-24" },
    { ONLY(PROJECT), "reference", "diarienummer", DATE_NONE, VALUE_TEXT, SAY, AT(project, reference), .label = N_("reference"), .meaning = N_("the registration number of the decision"), .example = "RUN/578/2020" },
    { ONLY(PROJECT), "owner", "projektägare", DATE_NONE, VALUE_TEXT, SAY, AT(project, owner), .label = N_("owner"), .meaning = N_("who runs the project"), .example = "Region Exempel" },
    { ONLY(PROJECT), "start", "start", DATE_NONE, VALUE_MONTH, REQ, AT(project, start), .label = N_("first month"), .meaning = N_("first month"), .example = "2027-01" },
    { ONLY(PROJECT), "end", "slut", DATE_NONE, VALUE_MONTH, REQ, AT(project, end), .label = N_("last month"), .meaning = N_("last month"), .example = "2029-12" },
    { ONLY(PROJECT), "language", "språk", DATE_NONE, VALUE_WORD, SET, DEFAULT(LANGUAGE_SV), .words = words_language, AT(project, language), .label = N_("language"), .meaning = N_("language of reports") },
    { ONLY(PROJECT), "vat", "moms", DATE_NONE, VALUE_WORD, SET, DEFAULT(VAT_UNSTATED), .words = words_vat, AT(project, vat), .label = N_("VAT"), .meaning = N_("whether amounts include VAT; printed, never computed") },
    { ONLY(PROJECT), "opening_equity", "ingående_eget_kapital", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, AT(project, opening_equity), .label = N_("opening equity"), .meaning = N_("equity before the first month"), .example = "250 000 kr" },
    { ONLY(PROJECT), "earmarked_equity", "öronmärkt_eget_kapital", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, UPTO(MONEY_LIMIT), AT(project, earmarked_equity), .label = N_("earmarked equity"), .meaning = N_("equity that is bound to a purpose"), .example = "50 000 kr" },
    { ONLY(PROJECT), "fixed_assets", "anläggningstillgångar", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, UPTO(MONEY_LIMIT), AT(project, fixed_assets), .label = N_("fixed assets"), .meaning = N_("equity that is tied up in assets"), .example = "30 000 kr" },
    { ONLY(PROJECT), "opening_cash", "ingående_kassa", DATE_NONE, VALUE_MONEY, UNK | UNC, AT(project, opening_cash), .label = N_("opening cash"), .meaning = N_("cash before the first month; opening_equity unless stated"), .example = "200 000 kr" },

    { ONLY(INDEX), "", "", DATE_MONTH, VALUE_PERCENT, UNK | UNC, .low = PERCENT(-9900), .high = PERCENT(100000), AT(index, steps), .meaning = N_("revision as of that month"), .example = "2,5 %" },
    { ONLY(INDEX), "rate", "varje_år", DATE_NONE, VALUE_PERCENT, UNK | UNC, .low = PERCENT(-9900), .high = PERCENT(100000), AT(index, rate), .label = N_("yearly revision"), .meaning = N_("the same revision every year"), .example = "2,5 %" },
    { ONLY(INDEX), "month", "månad", DATE_NONE, VALUE_COUNT, SET, DEFAULT(1), .low = 1, .high = 12, AT(index, at_month), .label = N_("month of the revision"), .meaning = N_("calendar month of the yearly revision"), .example = "4" },

    { ONLY(RATE), "", "", DATE_YEAR, VALUE_PERCENT, UNK | UNC, UPTO(PERCENT(100000)), AT(rate, years), .meaning = N_("the percent of that year"), .example = "46,15 %" },

    { ONLY(STAFF), "monthly_salary", "månadslön", DATE_NONE, VALUE_MONEY, REQ | UNK | UNC, UPTO(MONEY_LIMIT), AT(staff, monthly_salary), .label = N_("monthly salary"), .meaning = N_("full-time salary a month, at the level of the line's first month"), .example = "42 000 kr" },
    { ONLY(STAFF), "monthly_salary", "månadslön", DATE_SUFFIX_MONTH, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(staff, salaries), .label = N_("monthly salary"), .meaning = N_("restates the salary from that month; index steps after it apply"), .example = "44 000 kr" },
    { ONLY(STAFF), "employer_rate", "po_pålägg", DATE_NONE, VALUE_PERCENT_OR_NAME, SET | UNK | UNC, UPTO(PERCENT(100000)), .targets = ONLY(RATE), AT(staff, employer_rate), .label = N_("employer's on-cost"), .meaning = N_("employer's on-cost, a percent of salary or a [rate]"), .example = "46,15 %" },
    { ONLY(STAFF), "share", "tjänstgöringsgrad", DATE_NONE, VALUE_PERCENT, SET | UNK | UNC, DEFAULT(SHARE_ONE), UPTO(SHARE_ONE), AT(staff, share), .label = N_("share of full time"), .meaning = N_("share of full time"), .example = "50 %" },
    { ONLY(STAFF), "share", "tjänstgöringsgrad", DATE_SUFFIX_MONTH, VALUE_PERCENT, UNK | UNC, UPTO(SHARE_ONE), AT(staff, shares), .label = N_("share of full time"), .meaning = N_("share from that month on"), .example = "75 %" },

    { ONLY(COST), "amount", "belopp", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, AT(cost, amount), .label = N_("amount"), .meaning = N_("per month, per year, in total or once") },
    { ONLY(COST), "", "", DATE_YEAR, VALUE_MONEY, UNK | UNC, AT(cost, years), .meaning = N_("the amount of that year, never indexed"), .example = "50 000 kr" },
    { ONLY(COST), "", "", DATE_MONTH, VALUE_MONEY, UNK | UNC, AT(cost, months), .meaning = N_("the amount of that month, never indexed"), .example = "12 000 kr" },
    { ONLY(COST), "month", "månad", DATE_NONE, VALUE_MONTH, 0, AT(cost, at_month), .label = N_("month"), .meaning = N_("when an amount once falls; `from` unless stated"), .example = "2027-04" },

    { ONLY(ACTIVITY), "month", "månad", DATE_NONE, VALUE_MONTHS, 0, AT(activity, at_month), .label = N_("month"), .meaning = N_("when it takes place"), .example = "2027-04" },
    { ONLY(ACTIVITY), "months", "månader", DATE_NONE, VALUE_MONTHS, 0, AT(activity, at_months), .label = N_("months"), .meaning = N_("when it takes place"), .example = "2027-04, 2027-10" },
    { ONLY(ACTIVITY), "amount", "kostnad_per_gång", DATE_NONE, VALUE_MONEY, UNK | UNC, AT(activity, amount), .label = N_("cost each time"), .meaning = N_("cost each time"), .example = "10 000 kr" },
    { ONLY(ACTIVITY), "total", "kostnad_totalt", DATE_NONE, VALUE_MONEY, UNK, AT(activity, total), .label = N_("cost in all"), .meaning = N_("cost in all, spread over its months"), .example = "30 000 kr" },
    { ONLY(ACTIVITY), "", "", DATE_YEAR, VALUE_MONEY, UNK, AT(activity, years), .meaning = N_("cost in that year, where no month is known: spread over the year's months"), .example = "15 000 kr" },
    { ONLY(ACTIVITY), "when", "när", DATE_NONE, VALUE_TEXT, SAY, AT(activity, when), .label = N_("time"), .meaning = N_("when, in words; a cost with words and no month is listed and not counted"), .example = N_("spring 2027") },
    { ONLY(ACTIVITY), "participants", "deltagare", DATE_NONE, VALUE_COUNT, UNC, UPTO(100000000), AT(activity, participants), .label = N_("participants"), .meaning = N_("participants each time") },
    { ONLY(ACTIVITY), "unit_cost", "kostnad_per_deltagare", DATE_NONE, VALUE_MONEY, UNK | UNC, AT(activity, unit_cost), .label = N_("cost per participant"), .meaning = N_("cost per participant"), .example = "450 kr" },
    { ONLY(ACTIVITY), "hours", "timmar", DATE_NONE, VALUE_NUMBER, 0, UPTO(10000 * SHARE_ONE), AT(activity, hours), .label = N_("hours"), .meaning = N_("length in hours"), .example = "3" },
    { ONLY(ACTIVITY), "days", "dagar", DATE_NONE, VALUE_NUMBER, 0, UPTO(366 * SHARE_ONE), AT(activity, days), .label = N_("days"), .meaning = N_("length in days of `day_hours` each, where no hours are said"), .example = "2" },
    { ONLY(ACTIVITY), "priority", "prioritet", DATE_NONE, VALUE_COUNT, KEY_RANKS, .low = 1, .high = 3, AT(activity, priority), .label = N_("priority"), .meaning = N_("1 is first"), .example = "1" },
    { ONLY(ACTIVITY), "status", "status", DATE_NONE, VALUE_TEXT, 0, AT(activity, status), .label = N_("status"), .meaning = N_("planned unless stated; cancelled and dormant cost nothing"), .example = N_("planned") },
    { ONLY(ACTIVITY), "responsible", "ansvarig", DATE_NONE, VALUE_TEXT, SAY, AT(activity, responsible), .label = N_("responsible"), .meaning = N_("who sees to it"), .example = "Energirådgivaren" },
    { ONLY(ACTIVITY), "arena", "grupp", DATE_NONE, VALUE_TEXTS, SAY, AT(activity, arena), .label = N_("group or network"), .meaning = N_("groups or networks that meet") },
    { ONLY(ACTIVITY), "at_least", "minst", DATE_NONE, VALUE_TIMES_A_YEAR, 0, UPTO(10000), AT(activity, at_least), .label = N_("at least so often"), .meaning = N_("how many times a year it is to take place at least"), .example = N_("4/year") },
    { ONLY(ACTIVITY), "held", "hölls", DATE_SUFFIX_YEAR, VALUE_COUNT, FOL, UPTO(10000), AT(activity, held), .label = N_("held"), .meaning = N_("how many times it took place that year, up to the last closed month"), .example = "2" },
    { ONLY(ACTIVITY), "done", "genomförd", DATE_NONE, VALUE_MONTHS, FOL, AT(activity, done), .label = N_("done"), .meaning = N_("when it took place; as many times as planned, and no more of its cost is forecast"), .example = "2027-04" },
    { ONLY(ACTIVITY), "spent", "kostade", DATE_NONE, VALUE_MONEY, FOL, AT(activity, spent), .label = N_("cost so far"), .meaning = N_("what it has cost in all up to the last closed month, where the ledger has no account for it"), .example = "9 500 kr" },
    { ONLY(ACTIVITY), "came", "kom", DATE_NONE, VALUE_COUNT, FOL, UPTO(100000000), AT(activity, came), .label = N_("came"), .meaning = N_("how many took part in all, up to the last closed month"), .example = "38" },
    { ONLY(ACTIVITY), "outcome", "resultat", DATE_NONE, VALUE_TEXT, FOL | SAY, AT(activity, outcome), .label = N_("what came of it"), .meaning = N_("what came of it, in words"), .example = N_("Three municipalities went on with it.") },
    { ONLY(ACTIVITY), "form", "form", DATE_NONE, VALUE_WORD, 0, .words = words_form, AT(activity, form), .label = N_("form"), .meaning = N_("digital, physical or mixed") },

    { ONLY(ACTIVITIES), "file", "fil", DATE_NONE, VALUE_FILE, 0, AT(activities, file), .label = N_("file"), .meaning = N_("a plan in CSV or a workbook (.xlsx)"), .example = "handlingsplan.csv" },
    { ONLY(ACTIVITIES), "sheet", "blad", DATE_NONE, VALUE_TEXT, SAY, AT(activities, sheet), .label = N_("sheet"), .meaning = N_("the sheet of the file; a workbook's first unless stated"), .example = "Blad1" },
    { ONLY(ACTIVITIES), "columns", "kolumner", DATE_NONE, VALUE_TEXT, KEY_LINES, AT(activities, columns), .label = N_("columns"), .meaning = N_("what headings of the table mean that nobody could guess, a line each: `Belopp: cost`, or `Belopp: none`"), .example = N_("Belopp: cost") },
    { ONLY(ACTIVITIES), "budget", "budget", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(activities, budget), .label = N_("activity budget"), .meaning = N_("what activities may cost a year"), .example = N_("100 000 kr/year") },
    { ONLY(ACTIVITIES), "day_hours", "timmar_per_dag", DATE_NONE, VALUE_NUMBER, SET, DEFAULT(DAY_HOURS * SHARE_ONE), UPTO(24 * SHARE_ONE), AT(activities, day_hours), .label = N_("hours of a day"), .meaning = N_("hours of a whole day (heldag) in a plan"), .example = "8" },

    { ONLY(TRAVEL), "month", "månad", DATE_NONE, VALUE_MONTHS, 0, AT(travel, at_month), .label = N_("month"), .meaning = N_("when the trips are made"), .example = "2027-04" },
    { ONLY(TRAVEL), "months", "månader", DATE_NONE, VALUE_MONTHS, 0, AT(travel, at_months), .label = N_("months"), .meaning = N_("when the trips are made"), .example = "2027-04, 2027-10" },
    { ONLY(TRAVEL), "trips", "antal_resor", DATE_NONE, VALUE_COUNT, REQ | UNC, UPTO(100000000), AT(travel, trips), .label = N_("trips"), .meaning = N_("how many each time"), .example = "4" },
    { ONLY(TRAVEL), "cost_per_trip", "kostnad_per_resa", DATE_NONE, VALUE_MONEY, REQ | UNK | UNC, UPTO(MONEY_LIMIT), AT(travel, cost_per_trip), .label = N_("cost per trip"), .meaning = N_("cost of one trip"), .example = "1 200 kr" },
    { ONLY(TRAVEL), "mode", "färdsätt", DATE_NONE, VALUE_WORD, 0, .words = words_mode, AT(travel, mode), .label = N_("mode of travel"), .meaning = N_("train, bus, car or flight") },
    { ONLY(TRAVEL), "distance_km", "sträcka_km", DATE_NONE, VALUE_NUMBER, 0, UPTO(1000000 * SHARE_ONE), AT(travel, distance_km), .label = N_("distance in km"), .meaning = N_("length of one trip"), .example = "560" },
    { ONLY(TRAVEL), "kg_co2e_per_km", "kg_co2e_per_km", DATE_NONE, VALUE_NUMBER, 0, UPTO(1000 * SHARE_ONE), AT(travel, kg_co2e_per_km), .label = N_("kg CO2e per km"), .meaning = N_("emissions of a kilometre"), .example = "0,2" },
    { ONLY(TRAVEL), "compensation", "klimatkompensation", DATE_NONE, VALUE_MONEY_EACH, 0, UPTO(MONEY_LIMIT), AT(travel, compensation), .label = N_("climate compensation"), .meaning = N_("climate compensation per tonne, or a percent of the ticket") },

    { ONLY(OVERHEAD), "rate", "påslag", DATE_NONE, VALUE_PERCENT, REQ | UNK | UNC, UPTO(PERCENT(100000)), AT(overhead, rate), .label = N_("percent"), .meaning = N_("percent of the base"), .example = "15 %" },
    { ONLY(OVERHEAD), "base", "underlag", DATE_NONE, VALUE_NAMES, REQ, .targets = bases, AT(overhead, base), .label = N_("base"), .meaning = N_("categories and lines that it is a percent of"), .example = N_("staff, travel") },
    { ONLY(OVERHEAD), "include_in_kind", "med_annat_än_pengar", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(overhead, include_in_kind), .label = N_("includes in kind"), .meaning = N_("whether in-kind lines of a category belong to the base") },
    { ONLY(OVERHEAD), "covers", "täcker", DATE_NONE, VALUE_NAMES, 0, .targets = ONLY(CATEGORY), AT(overhead, covers), .label = N_("covers"), .meaning = N_("categories that the flat rate already pays"), .example = N_("premises, equipment") },

    { ONLY(FUNDER), "status", "status", DATE_NONE, VALUE_STATUS, REQ | UNC, .words = words_status, AT(funder, status), .label = N_("status"), .meaning = N_("how certain the money is") },
    { ONLY(FUNDER), "amount", "belopp", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(funder, amount), .label = N_("amount"), .meaning = N_("what it pays; of a share or match, the most it pays"), .example = N_("395 000 kr/year") },
    { ONLY(FUNDER), "", "", DATE_YEAR, VALUE_MONEY_WITH_STATUS, UNK | UNC, UPTO(MONEY_LIMIT), .words = words_status, AT(funder, years), .meaning = N_("the amount of that year, with a status of its own if need be"), .example = N_("395 000 kr decided") },
    { ONLY(FUNDER), "share", "andel", DATE_NONE, VALUE_PERCENT, UNK | UNC, UPTO(SHARE_ONE), AT(funder, share), .label = N_("share"), .meaning = N_("its share of the eligible cost"), .example = "40 %" },
    { ONLY(FUNDER), "matches", "matchar", DATE_NONE, VALUE_NAMES, 0, .targets = payers, AT(funder, matches), .label = N_("matches"), .meaning = N_("whose contributions it matches"), .example = "region" },
    { ONLY(FUNDER), "ratio", "kvot", DATE_NONE, VALUE_RATIO, SET, DEFAULT(1), .fallback_second = 1, AT(funder, ratio), .label = N_("ratio"), .meaning = N_("grant to match") },
    { ONLY(FUNDER), "counts_in_kind", "räknar_annat_än_pengar", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(funder, counts_in_kind), .label = N_("counts in kind"), .meaning = N_("whether in kind counts as match") },
    { ONLY(FUNDER), "remainder", "betalar_resten", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, remainder), .label = N_("pays the remainder"), .meaning = N_("yes: it pays what the others leave of each year's cost") },
    { ONLY(FUNDER), "max_share", "högst_andel", DATE_NONE, VALUE_PERCENT, UNK | UNC, UPTO(SHARE_ONE), AT(funder, max_share), .label = N_("highest share"), .meaning = N_("the most of the cost that it pays"), .example = "50 %" },
    { ONLY(FUNDER), "basis", "andel_av", DATE_NONE, VALUE_WORD, SET, DEFAULT(BASIS_ALL), .words = words_basis, AT(funder, basis), .label = N_("basis"), .meaning = N_("what its percents are percents of") },
    { ONLY(FUNDER), "excludes", "betalar_inte", DATE_NONE, VALUE_NAMES, 0, .targets = ONLY(CATEGORY), AT(funder, excludes), .label = N_("excludes"), .meaning = N_("categories that it does not pay"), .example = N_("equipment") },
    { ONLY(FUNDER), "carry_over", "förs_över", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, carry_over), .label = N_("carry over"), .meaning = N_("whether what a year's ceiling leaves may be drawn later") },
    { ONLY(FUNDER), "in_kind", "annat_än_pengar", DATE_NONE, VALUE_IN_KIND, UNK | UNC, UPTO(MONEY_LIMIT), AT(funder, in_kind), .label = N_("in kind"), .meaning = N_("what it contributes in kind") },
    { ONLY(FUNDER), "in_kind_category", "annat_än_pengar_slag", DATE_NONE, VALUE_NAME, SET, .default_category = true, .targets = ONLY(CATEGORY), AT(funder, in_kind_category), .label = N_("category of in kind"), .meaning = N_("category of its in kind") },
    { ONLY(FUNDER), "in_kind_hourly_rate", "timvärde", DATE_NONE, VALUE_MONEY, 0, .low = 1, .high = MONEY_LIMIT, AT(funder, in_kind_hourly_rate), .label = N_("value of an hour"), .meaning = N_("value of an hour in kind"), .example = "409 kr" },
    { ONLY(FUNDER), "group", "grupp", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(GROUP), AT(funder, group), .label = N_("group"), .meaning = N_("the group whose limit it shares"), .example = "anslag-1-1" },
    { ONLY(FUNDER), "frame", "ram", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(FRAME), AT(funder, frame), .label = N_("frame"), .meaning = N_("the frame that it must fit in"), .example = "hallbar-tillvaxt" },
    { ONLY(FUNDER), "own", "egna_medel", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, own), .label = N_("own money"), .meaning = N_("yes: the project owner's own money") },
    { ONLY(FUNDER), "surplus", "överskott", DATE_NONE, VALUE_WORD, SET, .words = words_surplus, AT(funder, surplus), .label = N_("surplus"), .meaning = N_("whether what is over of its money is repaid or kept") },
    { ONLY(FUNDER), "sector", "sektor", DATE_NONE, VALUE_WORD, 0, .words = words_sector, AT(funder, sector), .label = N_("sector"), .meaning = N_("where the money comes from") },
    { ONLY(FUNDER), "reference", "diarienummer", DATE_NONE, VALUE_TEXT, SAY, AT(funder, reference), .label = N_("reference"), .meaning = N_("the decision's registration number"), .example = "RUN/578/2020" },

    /* Lines, and what a funder has in common with them. */
    { ONLY(STAFF), "index", "uppräkning", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(INDEX), AT(staff, index), .label = N_("revision"), .meaning = N_("revision of the salary"), .example = "lon" },
    { ONLY(COST), "index", "uppräkning", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(INDEX), AT(cost, index), .label = N_("revision"), .meaning = N_("revision of the amount"), .example = "pris" },
    { dated_lines, "from", "från", DATE_NONE, VALUE_MONTH, 0, AT(line, from), .label = N_("first month"), .meaning = N_("first month; the project's unless stated"), .example = "2027-04" },
    { dated_lines, "to", "till", DATE_NONE, VALUE_MONTH, 0, AT(line, to), .label = N_("last month"), .meaning = N_("last month; the project's unless stated"), .example = "2028-03" },
    { ONLY(STAFF), "person", "person", DATE_NONE, VALUE_TEXT, SAY, AT(staff, person), .label = N_("person"), .meaning = N_("who holds the post: one person's shares are added"), .example = "Projektledaren" },
    { ONLY(STAFF), "employer", "arbetsgivare", DATE_NONE, VALUE_TEXT, SAY, AT(staff, employer), .label = N_("employer"), .meaning = N_("who employs"), .example = "Region Exempel" },
    { lines, "category", "kostnadsslag", DATE_NONE, VALUE_NAME, SET, .default_category = true, .targets = ONLY(CATEGORY), AT(line, category), .label = N_("category"), .meaning = N_("cost category") },
    { borne_lines, "in_kind_by", "bärs_av", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(FUNDER), AT(line, in_kind_by), .label = N_("in kind by"), .meaning = N_("the funder that bears the cost itself, in kind"), .example = "lansstyrelsen" },
    { lines, "eligible", "stödberättigande", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, eligible), .label = N_("eligible"), .meaning = N_("whether funders count the cost") },
    { running_lines, "running", "löpande", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(line, running), .label = N_("running"), .meaning = N_("whether it is a running cost of the reserve rule") },
    { ONLY(COST), "running", "löpande", DATE_NONE, VALUE_WORD, 0, .words = words_yes_no, AT(line, running), .label = N_("running"), .meaning = N_("whether it is a running cost; yes for amounts per month, per year or stated by year") },
    { noticed_lines, "notice_months", "uppsägningstid", DATE_NONE, VALUE_COUNT, 0, UPTO(120), AT(line, notice_months), .label = N_("months of notice"), .meaning = N_("period of notice"), .example = "3" },

    { ONLY(FUNDER), "paid", "utbetalning", DATE_NONE, VALUE_WORD, SET, DEFAULT(PAID_MONTHLY), .words = words_paid, AT(funder, paid), .label = N_("way of payment"), .meaning = N_("when the money comes") },
    { ONLY(FUNDER), "claim_every", "rekvisition_var", DATE_NONE, VALUE_COUNT, 0, .low = 1, .high = MOST_MONTHS, AT(funder, claim_every), .label = N_("months between claims"), .meaning = N_("months between claims"), .example = "6" },
    { ONLY(FUNDER), "payment_lag", "betalas_efter", DATE_NONE, VALUE_COUNT, SET, UPTO(120), AT(funder, payment_lag), .label = N_("months to payment"), .meaning = N_("months from claim to payment"), .example = "2" },
    { ONLY(FUNDER), "holdback", "innehålls", DATE_NONE, VALUE_PERCENT, SET, UPTO(SHARE_ONE), AT(funder, holdback), .label = N_("part held back"), .meaning = N_("kept back until the final claim"), .example = "10 %" },
    { ONLY(FUNDER), "one_open_claim", "en_rekvisition_i_taget", DATE_NONE, VALUE_WORD, SET, .words = words_yes_no, AT(funder, one_open_claim), .label = N_("one open claim"), .meaning = N_("no new claim while one is unpaid") },
    { ONLY(FUNDER), "advance", "förskott", DATE_NONE, VALUE_ADVANCE, 0, UPTO(SHARE_ONE), AT(funder, advance), .label = N_("advance"), .meaning = N_("a percent of all that it pays, paid in the first month and set off against the first claims; a fixed amount is 100 %, at most that") },

    { ONLY(GROUP), "max_share", "högst_andel", DATE_NONE, VALUE_PERCENT, UNK, UPTO(SHARE_ONE), AT(group, max_share), .label = N_("highest share"), .meaning = N_("the most that the group's funders may cover together"), .example = "50 %" },
    { ONLY(GROUP), "basis", "andel_av", DATE_NONE, VALUE_WORD, SET, DEFAULT(BASIS_ALL), .words = words_basis, AT(group, basis), .label = N_("basis"), .meaning = N_("what the percent is a percent of") },
    { ONLY(GROUP), "amount", "högst_belopp", DATE_NONE, VALUE_MONEY, UNK, UPTO(MONEY_LIMIT), AT(group, amount), .label = N_("amount"), .meaning = N_("the most in kronor"), .example = "2 000 000 kr" },

    { ONLY(FRAME), "amount", "belopp", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK, UPTO(MONEY_LIMIT), AT(frame, amount), .label = N_("amount"), .meaning = N_("the frame, per year"), .example = N_("1 400 000 kr/year") },
    { ONLY(FRAME), "", "", DATE_YEAR, VALUE_MONEY, UNK, UPTO(MONEY_LIMIT), AT(frame, years), .meaning = N_("the frame of that year"), .example = "1 400 000 kr" },
    { ONLY(FRAME), "committed", "ianspråktaget", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK, UPTO(MONEY_LIMIT), AT(frame, committed), .label = N_("taken by other decisions"), .meaning = N_("what other decisions already take"), .example = N_("900 000 kr/year") },
    { ONLY(FRAME), "committed", "ianspråktaget", DATE_SUFFIX_YEAR, VALUE_MONEY, UNK, UPTO(MONEY_LIMIT), AT(frame, committed_years), .label = N_("taken by other decisions"), .meaning = N_("what other decisions take that year"), .example = "900 000 kr" },

    { ONLY(TARIFF), "category", "medlemskategori", DATE_NONE, VALUE_TEXT, 0, AT(tariff, category), .label = N_("category of members"), .meaning = N_("the category of members that pay it; its id unless stated"), .example = "kommun" },
    { ONLY(TARIFF), "fixed", "fast_del", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(tariff, fixed), .label = N_("fixed part"), .meaning = N_("the same for all"), .example = "4 000 kr" },
    { ONLY(TARIFF), "per_inhabitant", "per_invånare", DATE_NONE, VALUE_MONEY_FINE, UNK | UNC, UPTO(MOST_RATE), AT(tariff, per_inhabitant), .label = N_("per inhabitant"), .meaning = N_("per inhabitant") },
    { ONLY(TARIFF), "inhabitants_cap", "högst_invånare", DATE_NONE, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(tariff, inhabitants_cap), .label = N_("cap on inhabitants"), .meaning = N_("inhabitants above this are not counted"), .example = "50 000" },
    { ONLY(TARIFF), "classes", "storleksklasser", DATE_NONE, VALUE_CLASSES, KEY_LINES, AT(tariff, classes), .label = N_("size classes"), .meaning = N_("one amount per size class") },
    { ONLY(TARIFF), "class_rates", "avgift_per_invånare_och_klass", DATE_NONE, VALUE_CLASS_RATES, KEY_LINES, AT(tariff, class_rates), .label = N_("rates by class"), .meaning = N_("the class sets the rate of all inhabitants") },
    { ONLY(TARIFF), "bands", "skikt", DATE_NONE, VALUE_CLASS_RATES, KEY_LINES, AT(tariff, bands), .label = N_("bands"), .meaning = N_("each inhabitant pays the rate of the band it falls in") },
    { ONLY(TARIFF), "minimum", "lägsta_avgift", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(tariff, minimum), .label = N_("lowest fee"), .meaning = N_("lowest fee"), .example = "2 000 kr" },
    { ONLY(TARIFF), "maximum", "högsta_avgift", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(tariff, maximum), .label = N_("highest fee"), .meaning = N_("highest fee"), .example = "25 000 kr" },
    { ONLY(TARIFF), "basis_year", "invånarår", DATE_NONE, VALUE_COUNT, SET, DEFAULT(-1), .low = -10, .high = 1, AT(tariff, basis_year), .label = N_("year of the inhabitants"), .meaning = N_("−1: inhabitants on 31 December of the year before"), .example = "-1" },
    { ONLY(TARIFF), "index", "uppräkning", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(INDEX), AT(tariff, index), .label = N_("revision"), .meaning = N_("revision of the fee, as of January"), .example = "pris" },
    { ONLY(TARIFF), "first_year", "första_året", DATE_NONE, VALUE_WORD, SET, DEFAULT(FIRST_YEAR_FULL), .words = words_first_year, AT(tariff, first_year), .label = N_("first year"), .meaning = N_("what a new member pays in its first year: all, or the half-years, quarters or months that are left of it, or nothing") },
    { ONLY(TARIFF), "round_to", "avrundning", DATE_NONE, VALUE_ROUNDING, 0, .words = words_rounding, AT(tariff, round_to), .label = N_("rounding"), .meaning = N_("rounding of the yearly fee; to whole öre unless stated") },
    { ONLY(TARIFF), "count", "antal_medlemmar", DATE_NONE, VALUE_COUNT, UNC, UPTO(MOST_COUNT), AT(tariff, count), .label = N_("members"), .meaning = N_("how many equal members"), .example = "40" },
    { ONLY(TARIFF), "count", "antal_medlemmar", DATE_SUFFIX_YEAR, VALUE_COUNT, UNC, UPTO(MOST_COUNT), AT(tariff, counts), .label = N_("members"), .meaning = N_("how many equal members from that year on"), .example = "42" },
    { ONLY(TARIFF), "inhabitants", "invånare", DATE_NONE, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(tariff, inhabitants), .label = N_("inhabitants"), .meaning = N_("inhabitants of an equal member"), .example = "16 000" },
    { ONLY(TARIFF), "status", "status", DATE_NONE, VALUE_STATUS, SET | UNC, DEFAULT(STATUS_DECIDED), .words = words_status, AT(tariff, status), .label = N_("status"), .meaning = N_("how certain the fees are") },
    { ONLY(TARIFF), "leave", "utträden", DATE_NONE, VALUE_PER_YEAR, 0, UPTO(SHARE_ONE), AT(tariff, leave), .label = N_("members that leave"), .meaning = N_("how many members leave a year, in a simulation") },
    { ONLY(TARIFF), "invoice_month", "fakturamånad", DATE_NONE, VALUE_COUNT, SET, DEFAULT(1), .low = 1, .high = 12, AT(tariff, invoice_month), .label = N_("month of invoice"), .meaning = N_("calendar month in which fees are invoiced"), .example = "3" },
    { ONLY(TARIFF), "payment_lag", "betalas_efter", DATE_NONE, VALUE_COUNT, SET, UPTO(120), AT(tariff, payment_lag), .label = N_("months to payment"), .meaning = N_("months from invoice to payment"), .example = "1" },

    { ONLY(MEMBERS), "file", "fil", DATE_NONE, VALUE_FILE, KEY_HOLDS_FIGURES, AT(members, file), .label = N_("file"), .meaning = N_("members in CSV or a workbook (.xlsx)") },
    { ONLY(MEMBERS), "sheet", "blad", DATE_NONE, VALUE_TEXT, SAY, AT(members, sheet), .label = N_("sheet"), .meaning = N_("the sheet of the file; a workbook's first unless stated"), .example = "Blad1" },
    { ONLY(MEMBERS), "population", "folkmängd", DATE_NONE, VALUE_FILE, KEY_HOLDS_FIGURES, AT(members, population), .label = N_("population"), .meaning = N_("inhabitants by municipality and year in CSV or a workbook (.xlsx)"), .example = "folkmangd.csv" },
    { ONLY(MEMBERS), "population_sheet", "folkmängdsblad", DATE_NONE, VALUE_TEXT, SAY, AT(members, population_sheet), .label = N_("sheet of the population"), .meaning = N_("the sheet of the population; a workbook's first unless stated"), .example = "Blad1" },
    { ONLY(MEMBERS), "country", "hela_landet", DATE_NONE, VALUE_COUNT, SAY, .low = 1, .high = MOST_INHABITANTS, AT(members, country), .label = N_("inhabitants of the country"), .meaning = N_("what the members' inhabitants are a share of in documents"), .example = "10 379 295" },
    { ONLY(MEMBERS), "columns", "kolumner", DATE_NONE, VALUE_TEXT, KEY_LINES, AT(members, columns), .label = N_("columns"), .meaning = N_("what headings of the tables mean that nobody could guess, a line each: `Slag: category`, or `Slag: none`"), .example = N_("Organisationstyp: category") },

    { ONLY(MEMBER), "category", "medlemskategori", DATE_NONE, VALUE_TEXT, 0, AT(member, category), .label = N_("category of members"), .meaning = N_("whose tariff it pays"), .example = "kommun" },
    { ONLY(MEMBER), "joined", "inträde", DATE_NONE, VALUE_MONTH, 0, AT(member, joined), .label = N_("month of joining"), .meaning = N_("first month; a member all along unless stated"), .example = "2027-01" },
    { ONLY(MEMBER), "left", "utträde", DATE_NONE, VALUE_MONTH, 0, AT(member, left), .label = N_("month of leaving"), .meaning = N_("last month"), .example = "2028-12" },
    { ONLY(MEMBER), "inhabitants", "invånare", DATE_NONE, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(member, inhabitants), .label = N_("inhabitants"), .meaning = N_("inhabitants in every year, in the place of the population's"), .example = "32 402" },

    { ONLY(POPULATION), "", "", DATE_YEAR, VALUE_COUNT, 0, UPTO(MOST_INHABITANTS), AT(population, years), .meaning = N_("inhabitants on 31 December of that year"), .example = "32 402" },

    { ONLY(RESERVE), "months", "månader", DATE_NONE, VALUE_COUNT, SET, DEFAULT(6), UPTO(120), AT(reserve, months), .label = N_("months"), .meaning = N_("how many months' costs the equity must cover"), .example = "6" },
    { ONLY(RESERVE), "basis", "tolkning", DATE_NONE, VALUE_WORD, SET, DEFAULT(RESERVE_RUNNING), .words = words_reserve_basis, AT(reserve, basis), .label = N_("reading"), .meaning = N_("the reading of the rule that decides") },
    { ONLY(RESERVE), "test", "prövning", DATE_NONE, VALUE_WORD, SET, DEFAULT(TEST_YEAR_END), .words = words_reserve_test, AT(reserve, test), .label = N_("time of test"), .meaning = N_("when it is tested") },
    { ONLY(RESERVE), "lead", "månader_före_uppsägning", DATE_NONE, VALUE_COUNT, SET, UPTO(120), AT(reserve, lead), .label = N_("lead"), .meaning = N_("months before notice can be given"), .example = "2" },
    { ONLY(RESERVE), "closing_costs", "avvecklingskostnad", DATE_NONE, VALUE_MONEY, SET | UNK | UNC, UPTO(MONEY_LIMIT), AT(reserve, closing_costs), .label = N_("closing costs"), .meaning = N_("one-off cost of closing down"), .example = "20 000 kr" },

    { ONLY(MEMBERSHIP), "tariff", "taxa", DATE_NONE, VALUE_NAME, 0, .targets = ONLY(TARIFF), AT(membership, tariff), .label = N_("tariff"), .meaning = N_("the network's tariff"), .example = "kommun" },
    { ONLY(MEMBERSHIP), "fee", "avgift", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, fee), .label = N_("fee"), .meaning = N_("the network's fee"), .example = N_("8 000 kr/year") },
    { ONLY(MEMBERSHIP), "own_hours", "egna_timmar", DATE_NONE, VALUE_NUMBER, SET | UNC, UPTO(10000000 * SHARE_ONE), AT(membership, own_hours), .label = N_("own hours"), .meaning = N_("own hours a year"), .example = "40" },
    { ONLY(MEMBERSHIP), "hourly_cost", "timkostnad", DATE_NONE, VALUE_MONEY, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, hourly_cost), .label = N_("cost of an hour"), .meaning = N_("cost of an hour"), .example = "450 kr" },
    { ONLY(MEMBERSHIP), "own_travel", "egna_resor", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, own_travel), .label = N_("own travel"), .meaning = N_("own travel"), .example = N_("6 000 kr/year") },
    { ONLY(MEMBERSHIP), "hours_saved", "sparade_timmar", DATE_NONE, VALUE_NUMBER, SET | UNC, UPTO(10000000 * SHARE_ONE), AT(membership, hours_saved), .label = N_("hours saved"), .meaning = N_("hours that the network saves a year"), .example = "60" },
    { ONLY(MEMBERSHIP), "avoided_purchases", "undvikna_inköp", DATE_NONE, VALUE_MONEY_OVER_TIME, UNK | UNC, UPTO(MONEY_LIMIT), AT(membership, avoided_purchases), .label = N_("avoided purchases"), .meaning = N_("what need not be bought"), .example = N_("10 000 kr/year") },
    { ONLY(MEMBERSHIP), "share_used", "utnyttjad_andel", DATE_NONE, VALUE_PERCENT, SET | UNC, DEFAULT(SHARE_ONE), UPTO(SHARE_ONE), AT(membership, share_used), .label = N_("share put to use"), .meaning = N_("how much of the saved time is put to use"), .example = "80 %" },
    { ONLY(MEMBERSHIP), "in_line", "i_linje", DATE_NONE, VALUE_WORD, SET, DEFAULT(1), .words = words_yes_no, AT(membership, in_line), .label = N_("in line with the own work"), .meaning = N_("whether the network is in line with the own work") },

    { ONLY(RULES), "tolerance", "tolerans", DATE_NONE, VALUE_MONEY, SET, DEFAULT(KRONA), UPTO(MONEY_LIMIT), AT(rules, tolerance), .label = N_("tolerance"), .meaning = N_("the lack of money that rules forgive, but reserve and benefit"), .example = "1 kr" },
    { ONLY(RULES), "balance", "balans", DATE_NONE, VALUE_WORD, SET, DEFAULT(BALANCE_YEAR), .words = words_balance, AT(rules, balance), .label = N_("period of balance"), .meaning = N_("whether each year balances, or the whole") },
    { ONLY(RULES), "unsecured", "inte_säkrat", DATE_NONE, VALUE_THRESHOLD, SET, .fallback_second = THRESHOLD_WARN, UPTO(SHARE_ONE), .words = words_threshold, AT(rules, unsecured), .label = N_("unsecured financing"), .meaning = N_("how much of the financing may be unsecured") },
    { ONLY(RULES), "liquidity_limit", "lägsta_kassa", DATE_NONE, VALUE_MONEY, SET | UNK, .low = -MONEY_LIMIT, .high = MONEY_LIMIT, AT(rules, liquidity_limit), .label = N_("lowest cash allowed"), .meaning = N_("lowest cash allowed in any month; below zero: a credit"), .example = "-100 000 kr" },
    { ONLY(RULES), "in_kind_limit", "högst_annat_än_pengar", DATE_NONE, VALUE_LIMIT, 0, UPTO(SHARE_ONE), .words = words_cash, AT(rules, in_kind_limit), .label = N_("limit of in kind"), .meaning = N_("the most in kind: a percent of the total, or at most the cash cost") },

    { ONLY(CORRELATION), "", "", DATE_PATHS, VALUE_NUMBER, 0, .low = -SHARE_ONE, .high = SHARE_ONE, AT(correlation, pairs), .meaning = N_("correlation of two uncertain values"), .example = "0,6" },

    { ONLY(ACTUALS), "through", "till_och_med", DATE_NONE, VALUE_MONTH, REQ | FOL | OVER, AT(actuals, through), .label = N_("last closed month"), .meaning = N_("the last month that is what was booked; later ones are the forecast"), .example = "2027-06" },
    { ONLY(ACTUALS), "files", "filer", DATE_NONE, VALUE_TEXTS, FOL, AT(actuals, files), .label = N_("files"), .meaning = N_("ledgers: SIE 4, CSV or workbooks (.xlsx)"), .example = "utfall.se" },
    { ONLY(ACTUALS), "sheet", "blad", DATE_NONE, VALUE_TEXT, SAY | FOL, AT(actuals, sheet), .label = N_("sheet"), .meaning = N_("the sheet of the file; a workbook's first unless stated"), .example = "Blad1" },
    { ONLY(ACTUALS), "columns", "kolumner", DATE_NONE, VALUE_TEXT, FOL | KEY_LINES, AT(actuals, columns), .label = N_("columns"), .meaning = N_("what headings of the tables mean that nobody could guess, a line each: `Slag: category`, or `Slag: none`"), .example = N_("Belopp: cost") },
    { ONLY(ACTUALS), "project", "projekt", DATE_NONE, VALUE_TEXTS, FOL, AT(actuals, project), .label = N_("project in the ledger"), .meaning = N_("dimension and object, as 6:P12, several with commas; `all` is the whole ledger"), .example = "6:P12" },
    { ONLY(ACTUALS), "accounts", "kontering", DATE_NONE, VALUE_NAME, FOL, .targets = ONLY(ACCOUNTS), AT(actuals, accounts), .label = N_("mapping of accounts"), .meaning = N_("the [accounts ID] by which rows are lines"), .example = "kommun" },
    { ONLY(ACTUALS), "date", "datum", DATE_NONE, VALUE_WORD, SET | FOL, DEFAULT(BOOKED_BY_VOUCHER), .words = words_booked_on, AT(actuals, date), .label = N_("date that counts"), .meaning = N_("the voucher's, or the row's where it has one") },
    { ONLY(ACTUALS), "unbooked", "obokfört", DATE_NONE, VALUE_WORD, SET | FOL, DEFAULT(UNBOOKED_PLAN), .words = words_unbooked, AT(actuals, unbooked), .label = N_("lines with no account"), .meaning = N_("lines with neither account nor outcome: as planned, or nothing") },
    { ONLY(ACTUALS), "threshold", "tröskel", DATE_NONE, VALUE_AT_LEAST, SET | FOL, .fallback = PERCENT(1000), .fallback_second = 10000 * KRONA, UPTO(PERCENT(100000)), AT(actuals, threshold), .label = N_("threshold of deviations"), .meaning = N_("a deviation of the year beyond it needs a comment") },
    { ONLY(ACTUALS), "flexibility", "omfördelning", DATE_NONE, VALUE_AT_LEAST, SET | FOL, .fallback = PERCENT(2000), .fallback_second = 50000 * KRONA, UPTO(PERCENT(100000)), AT(actuals, flexibility), .label = N_("flexibility between categories"), .meaning = N_("what categories may increase together, of the whole budget") },

    { ONLY(ACCOUNTS), "map", "konton", DATE_NONE, VALUE_TEXT, REQ | FOL | KEY_LINES, AT(accounts, map), .label = N_("accounts"), .meaning = N_("a line each: `70: staff.pl`, the beginning of an account and what it is; `70.7:12: …` with an object; `1: ignore`"), .example = N_("70: staff.projektledare") },

    { booked_lines, "actual", "utfall", DATE_SUFFIX_MONTH, VALUE_MONEY, FOL, AT(line, actuals), .label = N_("outcome"), .meaning = N_("what was booked in that month"), .example = "12 000 kr" },
    { ONLY(TARIFF), "actual", "utfall", DATE_SUFFIX_MONTH, VALUE_MONEY, FOL, AT(tariff, actuals), .label = N_("outcome"), .meaning = N_("what was booked in that month"), .example = "12 000 kr" },
    { ONLY(FUNDER), "income", "intäkt", DATE_NONE, VALUE_WORD, SET | FOL, DEFAULT(INCOME_ENTITLED), .words = words_income, AT(funder, income), .label = N_("income"), .meaning = N_("what the project counts of it: what it is entitled to, or what was booked") },
    { lines, "forecast", "prognos", DATE_NONE, VALUE_WORD, FOL, .words = words_forecast, AT(line, forecast), .label = N_("method of the forecast"), .meaning = N_("plan: months as planned; budget: what is left of the budget; year: of each year's; last: as the last closed month") },
    { lines, "forecast", "prognos", DATE_SUFFIX_MONTH, VALUE_MONEY, FOL | UNK | UNC, AT(line, forecasts), .label = N_("forecast"), .meaning = N_("the forecast of that month, whatever the method"), .example = "15 000 kr" },
    { booked_lines, "comment", "kommentar", DATE_SUFFIX_MONTH, VALUE_TEXT, FOL | SAY, AT(line, comments), .label = N_("comment"), .meaning = N_("why the outcome to that month is not the budget"), .example = "Mötet flyttades till hösten." },
    { ONLY(TARIFF), "comment", "kommentar", DATE_SUFFIX_MONTH, VALUE_TEXT, FOL | SAY, AT(tariff, comments), .label = N_("comment"), .meaning = N_("why the outcome to that month is not the budget"), .example = "Två medlemmar betalade i januari." },

    { ONLY(BALANCE), "cash", "kassa", DATE_NONE, VALUE_TEXTS, FOL, AT(ledger_balances, cash_accounts), .label = N_("accounts of cash"), .meaning = N_("accounts of cash and bank by how they begin, several with commas"), .example = "19" },
    { ONLY(BALANCE), "cash", "kassa", DATE_SUFFIX_MONTH, VALUE_MONEY, FOL, AT(ledger_balances, cash), .label = N_("cash in the ledger"), .meaning = N_("cash and bank at the end of that month, in the place of a ledger"), .example = "412 000 kr" },
    { ONLY(BALANCE), "equity", "eget_kapital", DATE_NONE, VALUE_TEXTS, FOL, AT(ledger_balances, equity_accounts), .label = N_("accounts of equity"), .meaning = N_("accounts of equity by how they begin; income and cost, 3 to 8, come to it"), .example = "20" },
    { ONLY(BALANCE), "equity", "eget_kapital", DATE_SUFFIX_MONTH, VALUE_MONEY, FOL, AT(ledger_balances, equity), .label = N_("equity in the ledger"), .meaning = N_("equity at the end of that month, the result so far with it, in the place of a ledger"), .example = "498 000 kr" },

    { ONLY(CLAIM), "funder", "finansiär", DATE_NONE, VALUE_NAME, REQ | FOL, .targets = ONLY(FUNDER), AT(claim, funder), .label = N_("funder"), .meaning = N_("whom it was lodged with"), .example = "region" },
    { ONLY(CLAIM), "through", "till_och_med", DATE_NONE, VALUE_MONTH, REQ | FOL | OVER, AT(claim, through), .label = N_("last month"), .meaning = N_("last month"), .example = "2027-06" },
    { ONLY(CLAIM), "amount", "belopp", DATE_NONE, VALUE_MONEY, REQ | FOL, UPTO(MONEY_LIMIT), AT(claim, amount), .label = N_("amount"), .meaning = N_("what was asked for"), .example = "150 000 kr" },
    { ONLY(CLAIM), "approved", "godkänt", DATE_NONE, VALUE_MONEY, FOL, UPTO(MONEY_LIMIT), AT(claim, approved), .label = N_("approved"), .meaning = N_("what of it was approved; all unless stated"), .example = "148 000 kr" },
    { ONLY(CLAIM), "paid", "utbetalt", DATE_NONE, VALUE_MONEY, FOL, UPTO(MONEY_LIMIT), AT(claim, paid), .label = N_("paid"), .meaning = N_("what of it has been paid; the rest is held back"), .example = "148 000 kr" },

    { ONLY(INDICATOR), "unit", "enhet", DATE_NONE, VALUE_TEXT, FOL | SAY, AT(indicator, unit), .label = N_("unit"), .meaning = N_("what it is measured in"), .example = N_("persons") },
    { ONLY(INDICATOR), "better", "bättre", DATE_NONE, VALUE_WORD, SET | FOL, DEFAULT(BETTER_HIGHER), .words = words_better, AT(indicator, better), .label = N_("what is better"), .meaning = N_("whether a higher or a lower value is better") },
    { ONLY(INDICATOR), "", "", DATE_YEAR, VALUE_NUMBER, FOL, AT(indicator, years), .meaning = N_("what was measured that year"), .example = "40" },
    { ONLY(INDICATOR), "target", "mål", DATE_SUFFIX_YEAR, VALUE_NUMBER, FOL, AT(indicator, targets), .label = N_("target"), .meaning = N_("what it is to be that year"), .example = "60" },

    { ONLY(DECISION), "ask", "att_besluta", DATE_NONE, VALUE_TEXT, REQ | SAY | KEY_LINES, AT(decision, ask), .label = N_("what is asked for"), .meaning = N_("what is to be decided, a point a line, in the place of what is made of the figures; `{{total.cost.total}}` gives way to that figure"), .example = N_("The board sets aside {{total.cost.total}} for the project.") },

    { ONLY(PORTFOLIO), "projects", "projekt", DATE_NONE, VALUE_TEXT, REQ | KEY_LINES, AT(portfolio, projects), .label = N_("projects"), .meaning = N_("the projects' files, with commas or a line each; what is read on top of one stands behind a plus"), .example = "klimatrad.ini, rad.ini + utfall.ini" },
    { ONLY(PORTFOLIO), "opening_cash", "ingående_kassa", DATE_NONE, VALUE_MONEY, SET, AT(portfolio, opening_cash), .label = N_("opening cash"), .meaning = N_("cash in common before the first month, beside what the projects state as theirs"), .example = "200 000 kr" },
    { ONLY(PORTFOLIO), "language", "språk", DATE_NONE, VALUE_WORD, SET, DEFAULT(LANGUAGE_SV), .words = words_language, AT(portfolio, language), .label = N_("language"), .meaning = N_("language of reports") },

    { ONLY(SCENARIO), "message", "budskap", DATE_NONE, VALUE_TEXT, SAY | KEY_LINES, AT(scenario, message), .label = N_("message"), .meaning = N_("what the scenario shows, in a sentence: a comparison says it first; `{{lowest_cash}}` gives way to that figure"), .example = N_("The money lasts, but {{years.2023.gap}} is all that is left.") },
    { ONLY(SCENARIO), "base", "bygger_på", DATE_NONE, VALUE_FILE, SAY, AT(scenario, base), .label = N_("scenario below"), .meaning = N_("a scenario to read before this one"), .example = "antaganden.ini" },
};
/* clang-format on */

const int key_count = COUNT_OF(key_rows);

struct key_range key_range(const struct key *key, enum section_id section, const struct value *stands)
{
    bool is_any = !key->low && !key->high, is_refund = !stands->unknown && stands->number < 0;
    struct key_range range = { key->low, key->high };
    if (is_any)
        range = (struct key_range){ -MONEY_LIMIT, MONEY_LIMIT };
    if (is_any && section_rows[section].costs)
        *(is_refund ? &range.high : &range.low) = 0;
    if (stands->is_share)
        range = (struct key_range){ 0, SHARE_ONE };
    return range;
}
