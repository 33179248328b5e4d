/* The diagnostics of the command line: a part of diag_rows.h. */

/* clang-format off */
DIAG(DIAG_UNKNOWN_COMMAND, "unknown-command", DIAG_USAGE, N_("there is no command '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_COMMAND_OF_FILE, "command-of-file", DIAG_USAGE, N_("'{1}' is a file, and no command"), N_("medfin check {1}"))
DIAG(DIAG_FROM_OWN, "from-own", DIAG_INPUT, N_("{1} is a workbook that medfin wrote of a project, and no table to begin one with"),
     N_("change its yellow cells, and read it on top of its project: medfin check PROJECT.ini {1}"))
DIAG(DIAG_UNKNOWN_SUBJECT, "unknown-subject", DIAG_USAGE, N_("'{1}' is no command, topic, section or key"), N_("did you mean '{2}'?"))
DIAG(DIAG_UNKNOWN_NAME, "unknown-name", DIAG_USAGE, N_("there is no section and no key '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_UNKNOWN_OPTION, "unknown-option", DIAG_USAGE, N_("there is no option '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_OPTION_NEEDS_VALUE, "option-needs-value", DIAG_USAGE, N_("the option '{1}' needs a value behind it"), "")
DIAG(DIAG_OPTION_TAKES_NONE, "option-takes-none", DIAG_USAGE, N_("the option '{1}' takes no value"), "")
DIAG(DIAG_OPTION_VALUE, "option-value", DIAG_USAGE, N_("unknown value '{2}' for {1}; it is one of {3}"),
     N_("did you mean '{4}'?"))
DIAG(DIAG_OPTION_TWICE, "option-twice", DIAG_USAGE, N_("the option --{1} is given twice, and holds one value"), "")
DIAG(DIAG_OPTION_NOT_TAKEN, "option-not-taken", DIAG_USAGE, N_("'{2}' does not take the option --{1}"), "")
DIAG(DIAG_CSV_UNWANTED, "csv-unwanted", DIAG_USAGE, N_("--csv says how CSV is written, and the format is {1}"),
     N_("write -f csv, or leave --csv out"))
DIAG(DIAG_UNIT_UNWANTED, "unit-unwanted", DIAG_USAGE,
     N_("--unit rounds what is shown, and the format is {1}, which always carries the öre"), N_("leave --unit out"))
DIAG(DIAG_PATHS_UNWANTED, "paths-unwanted", DIAG_USAGE, N_("--paths is of figures on a page, and the format is {1}"),
     N_("leave --paths out"))
DIAG(DIAG_WIDTH_UNWANTED, "width-unwanted", DIAG_USAGE, N_("--width says how wide text is, and the format is {1}"),
     N_("leave --width out"))
DIAG(DIAG_TWO_BEGINNINGS, "two-beginnings", DIAG_USAGE, N_("a file begins with one of --{1} and --{2}"), N_("leave one of them out"))
DIAG(DIAG_STARTER_WORD, "starter-word", DIAG_USAGE, N_("'{1}' is a project to start from, and no file's name"),
     N_("did you mean --like {1}?"))
DIAG(DIAG_WORD_UNWANTED, "word-unwanted", DIAG_USAGE, N_("'{1}' does not take '{2}'"), N_("medfin {1} --help"))
DIAG(DIAG_ANSWER_FORM, "answer-form", DIAG_INPUT, N_("'{1}' is no answer"),
     N_("write a path and its value, as in cost.1.amount = 4 000 kr/month; medfin init --questions lists what is asked"))
DIAG(DIAG_ANSWER_MISSING, "answer-missing", DIAG_INPUT, N_("the answers do not say {2} of [{1}], and it cannot be without"),
     N_("medfin init --questions lists what is asked"))
DIAG(DIAG_TABLE_NO_AMOUNTS, "table-no-amounts", DIAG_INPUT, N_("{1} has no row with a text and an amount beside it"),
     N_("a budget is rows of cost, with a column for each year: 2021, Budget 2021, Year 1"))
DIAG(DIAG_TABLE_COLUMNS, "table-columns", DIAG_INPUT, N_("several columns hold amounts, and none of them says that it is the one"),
     N_("call it Total, name the year that each is of, or say which it is: --columns 'HEADING: cost'"))
DIAG(DIAG_TABLE_YEAR_TWICE, "table-year-twice", DIAG_INPUT, N_("'{1}' and '{2}' are of the same year"),
     N_("leave one of the columns out of the table"))
DIAG(DIAG_SHEETS_BESIDE, "sheets-beside", DIAG_WARNING, N_("the sheet '{1}' is read, and the workbook has others: {2}"),
     N_("--sheet NAME reads another one"))
DIAG(DIAG_TABLE_SPLIT_YEAR, "table-split-year", DIAG_INPUT, N_("'{1}' is no calendar year, and a project's years are"),
     N_("share its amounts between {2} and {3}; --columns '{1}: {2}' counts all of them in {2}"))
DIAG(DIAG_TABLE_COLUMN_FORM, "table-column-form", DIAG_WARNING, N_("'{1}' is a form of the amounts and nobody who pays: they are kept as notes"),
     N_("what is given in kind is in_kind_by in the section of the cost, and in_kind in that of the funder"))
DIAG(DIAG_TABLE_COLUMN_FORMS, "table-column-forms", DIAG_INPUT, N_("'{1}' is a form of the amounts and nobody who pays, and no column says what rows cost"),
     N_("write a column with the sum of the forms, called Total"))
DIAG(DIAG_TABLE_COLUMN_TWICE, "table-column-twice", DIAG_INPUT, N_("two columns are called '{1}', and a funder has one"),
     N_("add them up in one column, or leave them aside: --columns '{1}: none'"))
DIAG(DIAG_TABLE_STATUS, "table-status", DIAG_WARNING, N_("the status '{1}' is none that is known, and '{2}' stands for it"),
     N_("write granted, decided, proposed, estimated, applied or rejected in the section"))
DIAG(DIAG_TABLE_BELOW_TOTAL, "table-below-total", DIAG_INPUT, N_("'{1}' stands below the total of the costs, and does not say whether it is a cost or a funder"),
     N_("write a row of its own above it that says Financing, or move it above the total"))
DIAG(DIAG_TABLE_LESS, "table-less", DIAG_WARNING, N_("'{1}' is taken off the costs: {2}"), "")
DIAG(DIAG_TABLE_SUM, "table-sum", DIAG_WARNING, N_("the table says {1}, and the rows that it sums make {2}"),
     N_("the project has the rows"))
DIAG(DIAG_TABLE_SUM_UNKNOWN, "table-sum-unknown", DIAG_WARNING, N_("the table says {1}, and what is known of it makes {2}: {3} would be left for what is not"),
     "")
DIAG(DIAG_TABLE_WORDS, "table-words", DIAG_WARNING, N_("'{1}' stands in the place of an amount, and the project says ? there"),
     N_("write the amount in the place of ? when it is known"))
DIAG(DIAG_TABLE_AMOUNT_ASIDE, "table-amount-aside", DIAG_WARNING, N_("'{1}' is left aside: amounts under '{2}' are of other rows than this one"),
     N_("say what the column holds: --columns '{2}: funder' for what one funder pays, or none to leave it aside"))
DIAG(DIAG_TABLE_ROW_WORDS, "table-row-words", DIAG_WARNING, N_("the row has words in the place of amounts, and is left aside"),
     N_("write ? where an amount is not known"))
DIAG(DIAG_TABLE_ROW_TOTAL, "table-row-total", DIAG_WARNING, N_("the row says {1} in all, and its years make {2}"),
     N_("the project has the years"))
DIAG(DIAG_TABLE_NO_YEAR, "table-no-year", DIAG_WARNING, N_("the table names no year, and the project begins in {1}"),
     N_("change the years in the project"))
DIAG(DIAG_TABLE_COLUMN_ASIDE, "table-column-aside", DIAG_WARNING, N_("the amounts under '{1}' are kept as notes, beside the budget's"), "")
DIAG(DIAG_TABLE_COLUMN_UNKNOWN, "table-column-unknown", DIAG_INPUT, N_("the column '{1}' holds numbers, as '{2}', and its heading does not say of what"),
     N_("say it: --columns '{1}: funder' for what one funder pays, cost for what rows cost, 2027 for that year, note, or none to leave it aside"))
DIAG(DIAG_TABLE_COLUMN_UNNAMED, "table-column-unnamed", DIAG_INPUT, N_("a column without a heading holds numbers, as '{1}'"),
     N_("write a heading above it: a year, Total, a funder's name"))
DIAG(DIAG_TABLE_CELL, "table-cell", DIAG_INPUT, N_("'{1}' stands among amounts and is none that can be read for certain"),
     N_("write the amount alone, as 400 000, or ? where it is not known"))
DIAG(DIAG_TABLE_CURRENCY, "table-currency", DIAG_INPUT, N_("the amounts are in {1}, and a project is in kronor"),
     N_("state them in kronor, with the rate in a note"))
DIAG(DIAG_TABLE_ROW_FUNDERS, "table-row-funders", DIAG_WARNING, N_("the row says {1} in all, and what its funders pay makes {2}"),
     N_("the project has both"))
DIAG(DIAG_TABLE_IN_KIND_COST, "table-in-kind-cost", DIAG_WARNING, N_("'{1}' is in kind, and the table does not say who gives it; it is taken for money"),
     N_("write in_kind_by = and the funder's id in its section, and take its value off what that funder pays"))
DIAG(DIAG_TABLE_IN_KIND_FUNDER, "table-in-kind-funder", DIAG_WARNING, N_("'{1}' is in kind, and the table does not say of which cost; it is taken for money"),
     N_("write in_kind_by = and its id in the sections of what it gives, and in_kind in the place of its amount"))
DIAG(DIAG_FILE_EXISTS, "file-exists", DIAG_SYSTEM, N_("{1} is there already, and '{2}' replaces nothing"),
     N_("name another file with -o, or take that one away first"))
DIAG(DIAG_NO_WORKBOOK_NAMED, "no-workbook-named", DIAG_USAGE, N_("'changes' needs a workbook that medfin wrote and somebody changed"), N_("medfin changes PROJECT.ini [SCENARIO.ini …] CHANGED.xlsx"))
DIAG(DIAG_WORKBOOK_UNCHANGED, "workbook-unchanged", DIAG_WARNING, N_("{1} changes nothing"), "")
DIAG(DIAG_OUTCOMES_WORKBOOK, "outcomes-workbook", DIAG_USAGE, N_("the outcomes of --outcomes make no workbook"), N_("write them to a page: -o outcomes.html"))
DIAG(DIAG_NO_FILE, "no-file", DIAG_USAGE, N_("'{1}' needs a project file"), N_("medfin {1} PROJECT.ini [SCENARIO.ini …]"))
DIAG(DIAG_NO_FIGURE, "no-figure", DIAG_USAGE, N_("'explain' needs a project file and a figure"),
     N_("medfin explain PROJECT.ini staff.projektledare 2022-05"))
DIAG(DIAG_NO_PERIOD, "no-period", DIAG_USAGE, N_("'{1}' is no year and no month"), N_("write 2022 or 2022-05"))
DIAG(DIAG_NO_SUCH_FIGURE, "no-such-figure", DIAG_USAGE,
     N_("the plan has no figure '{1}'; ask for a line (staff.projektledare), cost, financing, gap or a rule"),
     N_("did you mean '{2}'?"))
DIAG(DIAG_COMPARED_FIGURE, "compared-figure", DIAG_USAGE,
     N_("scenarios are compared by figures of the whole plan, in all and year by year, and '{1}' is none"),
     N_("name it without its time; what rules find is told beside"))
DIAG(DIAG_FIGURE_TIME, "figure-time", DIAG_USAGE, N_("'{1}' has no such time: it is told {2}"), "")
DIAG(DIAG_PERIOD_OUTSIDE, "period-outside", DIAG_USAGE, N_("'{1}' lies outside the project, {2} to {3}"), "")
DIAG(DIAG_TWO_PERIODS, "two-periods", DIAG_USAGE, N_("'{1}' has its period within, and '{2}' states another"), N_("leave one of them out"))
DIAG(DIAG_ENDING, "ending", DIAG_USAGE, N_("no format has the ending of '{1}'"), N_("name the format with -f, or use one of {2}"))
DIAG(DIAG_NO_COMMAND, "no-command", DIAG_USAGE, N_("a command stands before --{1}"), N_("medfin help lists them"))
DIAG(DIAG_OUTPUT_READ, "output-read", DIAG_SYSTEM, N_("{1} has been read, and no answer is written over it"),
     N_("name another file with {2}"))
DIAG(DIAG_OUTPUT_TWICE, "output-twice", DIAG_USAGE, N_("{1} and {2} are one file, and it cannot hold both answers"),
     N_("name another file in one of them"))
DIAG(DIAG_CANNOT_WRITE, "cannot-write", DIAG_SYSTEM, N_("{1} could not be written: {2}"), "")
DIAG(DIAG_TOO_MANY_UNDECIDED, "too-many-undecided", DIAG_USAGE,
     N_("{1} funders are undecided, and every combination is worked for at most {2}"),
     N_("decide some of them on the spot with --set funder.ID.status=granted"))
DIAG(DIAG_RANGE_FORM, "range-form", DIAG_USAGE, N_("'{1}' is no range or list"),
     N_("write PATH=25%..100%:25%, or PATH=25%; 50%; 100%"))
DIAG(DIAG_RANGE_EMPTY, "range-empty", DIAG_USAGE, N_("'{1}' holds no value: it ends before it begins"),
     N_("write the smaller value first"))
DIAG(DIAG_RANGE_STEP, "range-step", DIAG_USAGE, N_("the step of '{1}' has to be above zero"),
     N_("the step stands behind the colon, as in 25%..100%:25%"))
DIAG(DIAG_RANGE_TWICE, "range-twice", DIAG_USAGE, N_("both ranges are of {1}"), N_("name another path in one of them"))
DIAG(DIAG_RANGE_LONG, "range-long", DIAG_USAGE, N_("the sweep has {1} points, and at most {2} are worked"), N_("take larger steps"))
DIAG(DIAG_NO_RANGE, "no-range", DIAG_USAGE, N_("'sweep' needs a project file and one or two ranges"),
     N_("medfin sweep PROJECT.ini staff.projektledare.share=25%..100%:25%"))
DIAG(DIAG_NO_AIM, "no-aim", DIAG_USAGE, N_("'solve' needs --vary and --until"),
     N_("medfin solve PROJECT.ini --vary staff.projektledare.share --until balance"))
DIAG(DIAG_AIM_FIGURE, "aim-figure", DIAG_USAGE, N_("'{1}' names a figure, and does not say what it is to be at least or at most"),
     N_("write it as in lowest_cash>=0 kr"))
DIAG(DIAG_NO_SUCH_RULE, "no-such-rule", DIAG_USAGE, N_("there is no rule '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_RULE_NOT_THERE, "rule-not-there", DIAG_USAGE,
     N_("the rule '{1}' does not apply to this project, so nothing can make it hold"),
     "")
DIAG(DIAG_NOT_VARIED, "not-varied", DIAG_USAGE, N_("{1} names no money, percent or number that could be varied"), "")
DIAG(DIAG_VARIED_SECURED, "varied-secured", DIAG_USAGE,
     N_("{1} cannot be varied with --scenario secured, which leaves out money by its status"),
     N_("leave --scenario out, and set the statuses with --set"))
DIAG(DIAG_NOT_STATED_VARIED, "not-stated-varied", DIAG_USAGE, N_("the project states no value for {1}, and it has no default"),
     N_("did you mean '{2}'?"))
DIAG(DIAG_BEFORE_AGAINST, "before-against", DIAG_USAGE,
     N_("--before and --against are two comparisons"), N_("leave one of them out"))
DIAG(DIAG_FREEZE_OUTSIDE, "freeze-outside", DIAG_USAGE,
     N_("{1} would lie outside the manifest's folder, and cannot be moved with it"), N_("write it beside the project: {2}"))
DIAG(DIAG_NO_MANIFEST, "no-manifest", DIAG_USAGE, N_("'verify' needs one manifest"), N_("medfin verify beslut.manifest"))
DIAG(DIAG_MANIFEST_NONE, "manifest-none", DIAG_SYSTEM, N_("{1} is no manifest"),
     N_("medfin freeze PROJECT.ini -o beslut.manifest writes one"))
DIAG(DIAG_MANIFEST_NEWER, "manifest-newer", DIAG_SYSTEM,
     N_("this manifest has a form that this version cannot read: medfin {1} wrote it"), N_("verify it with that version or a later one"))
DIAG(DIAG_MANIFEST_CHANGED, "manifest-changed", DIAG_SYSTEM,
     N_("this manifest is not as medfin wrote it: its seal does not hold, so that nothing can be verified by it"),
     N_("verify the copy that was filed with the decision"))
DIAG(DIAG_MANIFEST_LINE, "manifest-line", DIAG_SYSTEM, N_("this is no line of a manifest"),
     N_("verify the copy that was filed with the decision"))
DIAG(DIAG_MANIFEST_OUTSIDE, "manifest-outside", DIAG_SYSTEM, N_("{1} lies outside the manifest's folder, and is not opened"),
     N_("a manifest that medfin writes names nothing there"))
DIAG(DIAG_WORD_DAMAGED, "word-damaged", DIAG_INPUT, N_("the Word document's part {1} is missing, damaged or not what Word writes"),
     N_("open it in Word or LibreOffice and save it anew"))
DIAG(DIAG_TEMPLATE_EARLY, "template-early", DIAG_WARNING, N_("the template '{1}' is of {2}, and what is booked is known through {3}"),
     N_("'lagesrapport' is of what is closed so far"))
DIAG(DIAG_CLAIM_MONTH, "claim-month", DIAG_INPUT, N_("a claim through {1} was not lodged: months are closed from {2} to {3}"),
     N_("write its last month, which is closed"))
DIAG(DIAG_CLAIM_ABOVE, "claim-above", DIAG_WARNING, N_("{1} is asked for in all, and the funder's money is {2}"),
     N_("look at the amount: a figure may be one too many"))
DIAG(DIAG_CLAIM_OPEN, "claim-open", DIAG_USAGE, N_("the months from {1} to {2} are not all closed: what is booked is known through {3}"),
     N_("close them in [actuals] through, or ask for a period that is closed"))
DIAG(DIAG_CLAIM_AGAIN, "claim-again", DIAG_USAGE, N_("the months up to {1} are asked for already"),
     N_("a claim begins behind them: a later credit in one is set off by itself"))
DIAG(DIAG_CLAIM_GAP, "claim-gap", DIAG_USAGE, N_("{1} is not asked for yet, and a claim is of all that was drawn to date"),
     N_("ask for {1}..{3}, or state in [claim ID] through which month there was a claim"))
DIAG(DIAG_CLAIM_NOT_TAKEN, "claim-not-taken", DIAG_USAGE, N_("{1} does not pay on claims"),
     N_("write paid = claims in its section if it does"))
DIAG(DIAG_CLAIM_PERIOD, "claim-period", DIAG_USAGE, N_("'{1}' is no period of the project"),
     N_("write its first and its last month: 2021-04..2021-06"))
/* clang-format on */
