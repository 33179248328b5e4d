/* The table of diagnostics: DIAG(id, name, class, sentence, hint), grouped by who finds
   them. No include guard: diag.h and diag.c each read it with their own DIAG. {1}..{4}
   are arguments; a hint is shown when all that it names are there. */

/* clang-format off */
/* Files. */
DIAG(DIAG_FILE_UNREADABLE, "file-unreadable", DIAG_SYSTEM, N_("cannot read {1}: {2}"), "")
DIAG(DIAG_FILE_FOLDER, "file-folder", DIAG_SYSTEM, N_("{1} is a folder"), N_("name a file in it"))
DIAG(DIAG_FILE_NOT_REGULAR, "file-not-regular", DIAG_SYSTEM, N_("{1} is not a regular file"),
     N_("copy what it holds to a file, and name that"))
DIAG(DIAG_FILE_LARGE, "file-large", DIAG_SYSTEM, N_("{1} is larger than 64 MiB; no project file is"),
     N_("check that it is the file that you mean"))
DIAG(DIAG_FILE_EMPTY, "file-empty", DIAG_INPUT, N_("the file has no section, so it is neither a project nor a scenario"),
     N_("begin it with [project] or [scenario]"))
DIAG(DIAG_FILE_KIND, "file-kind", DIAG_INPUT,
     N_("the file begins with [{1}], so it is neither a project nor a scenario"),
     N_("begin it with [project] or [scenario]"))
DIAG(DIAG_NO_PROJECT, "no-project", DIAG_INPUT, N_("there is no project among the files"),
     N_("a project is a file whose first section is [project]; name it too"))
DIAG(DIAG_TWO_PROJECTS, "two-projects", DIAG_INPUT, N_("a second project begins here; the first begins at {1}"),
     N_("move it to a file of its own: a file holds one project"))
DIAG(DIAG_SECOND_PROJECT, "second-project", DIAG_INPUT, N_("{1} and {2} are two projects, and one is read at a time"),
     N_("what is read on top of a project is a scenario: its first section is [scenario]"))
DIAG(DIAG_FILE_TWICE, "file-twice", DIAG_USAGE, N_("{1} is named twice, and a file is read once"),
     N_("name it once; what is named later is read on top of what is named before"))
DIAG(DIAG_BASE_CIRCLE, "base-circle", DIAG_INPUT, N_("these scenarios are based on each other in a circle: {1}"),
     N_("take one of the lines base = … away"))
DIAG(DIAG_BASE_DEEP, "base-deep", DIAG_INPUT, N_("more than {1} scenarios would be based on one another here"),
     N_("say in one file what several of them say"))

/* Lines of a project file. */
DIAG(DIAG_NUL_BYTE, "nul-byte", DIAG_INPUT, N_("a NUL byte stands here, so this is not a text in UTF-8"),
     N_("save the file as text with the encoding UTF-8"))
DIAG(DIAG_NOT_UTF8, "not-utf8", DIAG_INPUT, N_("the byte {1} here is not UTF-8"),
     N_("save the file with the encoding UTF-8"))
DIAG(DIAG_LONE_CR, "lone-cr", DIAG_INPUT, N_("the line ends with a carriage return alone"),
     N_("save the file with line ends LF or CRLF"))
DIAG(DIAG_FILE_CODE, "file-code", DIAG_INPUT, N_("the file is in the encoding {1}, and not in UTF-8"),
     N_("open it with that encoding, in LibreOffice or Notepad++ for instance, and save it in UTF-8"))
DIAG(DIAG_CONTROL_CHARACTER, "control-character", DIAG_INPUT, N_("the control character {1} stands here"),
     N_("delete it; most editors hide it"))
DIAG(DIAG_BRACKET_MISSING, "bracket-missing", DIAG_INPUT, N_("the section's name has no closing ]"),
     N_("write [{1}]"))
DIAG(DIAG_AFTER_BRACKET, "after-bracket", DIAG_INPUT, N_("'{1}' stands behind the section's name"),
     N_("a comment begins with ;"))
DIAG(DIAG_SECTION_EMPTY, "section-empty", DIAG_INPUT, N_("the section has no name"),
     N_("write its kind, and its id where it has one, as in [cost lokaler]"))
DIAG(DIAG_UNKNOWN_KIND, "unknown-kind", DIAG_INPUT, N_("'{1}' is not a kind of section"), N_("did you mean '{2}'?"))
DIAG(DIAG_ID_MISSING, "id-missing", DIAG_INPUT, N_("a section of the kind {1} needs an id"),
     N_("write [{1} ID], with an id of your own"))
DIAG(DIAG_ID_UNWANTED, "id-unwanted", DIAG_INPUT, N_("[{1}] stands once and takes no id, so '{2}' is too much"),
     N_("write [{1}]"))
DIAG(DIAG_ID_CHARACTER, "id-character", DIAG_INPUT, N_("'{1}' cannot stand in an id"),
     N_("an id is made of letters (å, ä and ö too), digits, - and _"))
DIAG(DIAG_KEY_OUTSIDE, "key-outside", DIAG_INPUT, N_("'{1}' stands before the first section"),
     N_("write the line of its section above it, for example [project]"))
DIAG(DIAG_KEY_EMPTY, "key-empty", DIAG_INPUT, N_("no key stands before '{1}'"), N_("a value is given as key = value"))
DIAG(DIAG_UNKNOWN_KEY, "unknown-key", DIAG_INPUT, N_("[{1}] has no key '{2}'"), N_("did you mean '{3}'?"))
DIAG(DIAG_KEY_NOT_NEAR, "key-not-near", DIAG_INPUT, N_("[{1}] has no key '{2}'"), N_("medfin help {1} lists its keys"))
DIAG(DIAG_SOURCE_KEY, "source-key", DIAG_INPUT, N_("this section of [{1}] states no '{2}', so nothing has that source"),
     N_("did you mean 'source.{3}'?"))
DIAG(DIAG_NO_EQUALS, "no-equals", DIAG_INPUT, N_("'{1}' is neither a section nor a key with its value"),
     N_("a value is given as key = value; a comment begins with ;"))
DIAG(DIAG_COLON, "colon", DIAG_INPUT, N_("'{1}' does not separate a key from its value"), N_("write {2} = …"))
DIAG(DIAG_HASH_IN_VALUE, "hash-in-value", DIAG_WARNING, N_("'{1}' begins no comment, so it and what follows are part of the value"),
     N_("a comment begins with ;"))
DIAG(DIAG_HASH, "hash", DIAG_INPUT, N_("'{1}' does not begin a comment"), N_("a comment begins with ;"))
DIAG(DIAG_INDENTED, "indented", DIAG_INPUT, N_("'{1}' is indented, and there is nothing that it could continue"),
     N_("begin it at the left edge"))
DIAG(DIAG_INDENTED_KEY, "indented-key", DIAG_INPUT, N_("'{1}' is indented, and the value of '{2}' takes one line"),
     N_("begin it at the left edge, or write it on the line above"))
DIAG(DIAG_INDENTED_LOOKS, "indented-looks", DIAG_INPUT,
     N_("'{1}' is indented, so it would be part of the value above and not stand for itself"),
     N_("begin it at the left edge"))
DIAG(DIAG_OPERATION_IN_PROJECT, "operation-in-project", DIAG_INPUT,
     N_("'{1}' changes a value and belongs in a scenario; a project states its values"), N_("write ="))
DIAG(DIAG_NONE_IN_PROJECT, "none-in-project", DIAG_INPUT,
     N_("'none' takes a stated value away and belongs in a scenario"), N_("leave the line out"))
DIAG(DIAG_SCENARIO_IN_PROJECT, "scenario-in-project", DIAG_INPUT,
     N_("this file is a project, so [scenario] cannot stand in it"),
     N_("move the section and what follows it to a file of its own"))
DIAG(DIAG_SET_SIGN, "set-sign", DIAG_USAGE, N_("--set '{1}' states no value"),
     N_("write a path and its value, as in staff.projektledare.share=50%"))
DIAG(DIAG_SET_PATH, "set-path", DIAG_USAGE, N_("--set '{1}' names no key"),
     N_("a path is a section's kind, its id and the key, as in staff.projektledare.share"))
DIAG(DIAG_SET_KIND, "set-kind", DIAG_USAGE,
     N_("'{1}' cannot be set by its path; money, percents, ratios, numbers, words and statuses can"),
     N_("write it in a scenario file"))

/* Values. */
#include <medfin/base/diag_value_rows.h>

/* What statements say together. */
DIAG(DIAG_ID_IS_CATEGORY, "id-is-category", DIAG_INPUT, N_("'{1}' is the name of a built-in category"),
     N_("give the section another id; a built-in category needs no section of its own"))
DIAG(DIAG_DUPLICATE_SECTION, "duplicate-section", DIAG_INPUT, N_("[{1}] stands in this file already, at {2}"),
     N_("move its keys there, or give one of them another id"))
DIAG(DIAG_SECTIONS_MANY, "sections-many", DIAG_INPUT, N_("a project has at most {1} sections of the kind [{2}]"),
     N_("check that it is the file that you mean"))
DIAG(DIAG_UNKNOWNS_MANY, "unknowns-many", DIAG_INPUT, N_("a project has at most {1} unknown values"),
     N_("state what is known by now; a guess may stand in a scenario"))
DIAG(DIAG_DUPLICATE_KEY, "duplicate-key", DIAG_INPUT, N_("{1} is stated already, at {2}"), N_("keep one of the lines"))
DIAG(DIAG_NO_SUCH_SECTION, "no-such-section", DIAG_INPUT,
     N_("the project has no [{1}]; a whole new section says new = yes"),
     N_("did you mean [{2}]?"))
DIAG(DIAG_NOT_NEW, "not-new", DIAG_INPUT, N_("[{1}] is not new: the project has it, at {2}"),
     N_("leave out new = yes to change it, or give the new one another id"))
DIAG(DIAG_NOT_STATED, "not-stated", DIAG_INPUT, N_("{1} is not stated, so there is nothing to change or take away"),
     N_("did you mean {2}?"))
DIAG(DIAG_PERIODS_DIFFER, "periods-differ", DIAG_INPUT,
     N_("{1} cannot be changed by this: it is stated for another period or by name, at {2}"),
     N_("leave the period out, or set the whole value with ="))
DIAG(DIAG_RESULT_RANGE, "result-range", DIAG_INPUT, N_("this change takes {1} out of the range that it may have"), "")
DIAG(DIAG_DATED_REMAINS, "dated-remains", DIAG_WARNING, N_("{1} is set, but {2} from {3} remains and takes over then"),
     N_("add {2} = none if the new value should hold throughout"))
DIAG(DIAG_MISSING_KEY, "missing-key", DIAG_INPUT, N_("[{2}] needs '{1}'"), "")
DIAG(DIAG_NO_SUCH_NAME, "no-such-name", DIAG_INPUT, N_("no section is called '{1}' that '{2}' could mean"), N_("did you mean '{3}'?"))
DIAG(DIAG_NO_NAME_NEAR, "no-name-near", DIAG_INPUT, N_("no section is called '{1}' that '{2}' could mean"), N_("write it: [{3} {1}]"))
DIAG(DIAG_NO_SUCH_CATEGORY, "no-such-category", DIAG_INPUT, N_("no category is called '{1}'; it is one of {2}"), N_("a section [category {1}] makes one of your own"))
DIAG(DIAG_CATEGORY_NEAR, "category-near", DIAG_INPUT, N_("no category is called '{1}'; it is one of {2}"), N_("did you mean '{3}'?"))
DIAG(DIAG_AMBIGUOUS_NAME, "ambiguous-name", DIAG_INPUT, N_("more than one section is called '{1}'"), N_("write {2}"))
DIAG(DIAG_AMBIGUOUS_CATEGORY, "ambiguous-category", DIAG_INPUT, N_("'{1}' is a category and a line"), N_("write {2}: a category is all of its lines, any other name that line alone"))
DIAG(DIAG_PROJECT_INACTIVE, "project-inactive", DIAG_INPUT, N_("the project itself cannot be left out"), "")
DIAG(DIAG_INACTIVE_NAME, "inactive-name", DIAG_INPUT, N_("'{1}' is left out by active = no, and this line needs it"), "")
DIAG(DIAG_END_BEFORE_START, "end-before-start", DIAG_INPUT, N_("the project ends in {1}, before it starts in {2}"), "")
DIAG(DIAG_TOO_LONG, "too-long", DIAG_INPUT, N_("a project spans at most {1} years"), "")
DIAG(DIAG_DECIDED_DATE, "decided-date", DIAG_INPUT, N_("'{1}' is no day"), N_("write year, month and day, as in 2026-11-24"))
DIAG(DIAG_MONTH_OUTSIDE, "month-outside", DIAG_INPUT, N_("{1} lies outside the project, {2} to {3}"), "")
DIAG(DIAG_MONTH_OUTSIDE_LINE, "month-outside-line", DIAG_INPUT, N_("{1} lies outside the line's months, {2} to {3}"), "")
DIAG(DIAG_TO_BEFORE_FROM, "to-before-from", DIAG_INPUT, N_("the line ends in {1}, before it starts in {2}"), "")
DIAG(DIAG_DATE_WITHOUT_EFFECT, "date-without-effect", DIAG_WARNING,
     N_("{1} lies outside the line's months {2} to {3}, so this may change less than it says"), "")
DIAG(DIAG_YEAR_WITHOUT_RATE, "year-without-rate", DIAG_INPUT, N_("[rate {1}] at {3} has no figure for {2}"),
     N_("add {2} = … to it"))
DIAG(DIAG_NO_AMOUNT, "no-amount", DIAG_INPUT, N_("'{1}' states no amount"),
     N_("add amount = … with a period, an amount for each year, or ? while it is unknown"))
DIAG(DIAG_TWO_AMOUNTS, "two-amounts", DIAG_INPUT, N_("'{1}' states its amount in two ways"),
     N_("keep either amount = … or the amounts by date; in a scenario take one away with = none"))
DIAG(DIAG_AMOUNT_OUTSIDE, "amount-outside", DIAG_INPUT,
     N_("the line is active from {1} to {2}: this amount would never be paid"),
     N_("change from or to, or take the amount away"))
DIAG(DIAG_MONTH_NEEDS_ONCE, "month-needs-once", DIAG_INPUT,
     N_("'month' says when an amount once falls, and this line has none"),
     N_("write amount = … once, or take 'month' away"))
DIAG(DIAG_INDEX_WITHOUT_LEVEL, "index-without-level", DIAG_INPUT,
     N_("an index revises an amount per month, per year or once; a total or dated amount has no level to revise"),
     N_("take the index away, or write the amount per year"))
DIAG(DIAG_TWO_WAYS_OF_INDEX, "two-ways-of-index", DIAG_INPUT,
     N_("[index {1}] states both dated steps and a yearly rate"),
     N_("keep one of the lines"))
DIAG(DIAG_EMPTY_INDEX, "empty-index", DIAG_INPUT, N_("[index {1}] states no step"),
     N_("add 2022-04 = 2,5 %, or rate = 2 %"))
DIAG(DIAG_MATCH_CIRCLE, "match-circle", DIAG_INPUT, N_("the matches go in a circle: {1}"),
     N_("take one 'matches' away"))
DIAG(DIAG_MATCH_ORDER, "match-order", DIAG_INPUT, N_("'{1}' at {2} is itself a match, and is worked out first"),
     N_("move it above this funder"))
DIAG(DIAG_BASIS_OF_DRAW, "basis-of-draw", DIAG_INPUT,
     N_("a percent of the financing cannot be worked out beforehand, so nothing can be drawn on it"),
     N_("write basis = all (the eligible cost) or basis = cash"))
DIAG(DIAG_CEILING_PERIOD, "ceiling-period", DIAG_INPUT,
     N_("of a share or a match 'amount' is the sum applied for: in total, or year by year"),
     N_("write it with 'total', or as 2021 = …"))
DIAG(DIAG_MONTH_AND_MONTHS, "month-and-months", DIAG_INPUT, N_("'month' and 'months' both say when, at {1} too"),
     N_("keep one of the lines"))
DIAG(DIAG_NO_MONTH, "no-month", DIAG_INPUT, N_("'{1}' costs something and says no month"),
     N_("add month = 2021-03, or months = 2021-03, 2021-09"))
DIAG(DIAG_HOURS_AND_DAYS, "hours-and-days", DIAG_INPUT, N_("the hours are said at {1}, and the days here"),
     N_("keep one of them"))
DIAG(DIAG_NO_PARTICIPANTS, "no-participants", DIAG_INPUT, N_("a unit cost needs 'participants'"),
     N_("add participants = 40"))
DIAG(DIAG_COMPENSATION_OF_FLIGHT, "compensation-of-flight", DIAG_INPUT, N_("only flights are climate-compensated"),
     N_("add mode = flight, or leave the compensation out"))
DIAG(DIAG_COMPENSATION_NEEDS_DISTANCE, "compensation-needs-distance", DIAG_INPUT,
     N_("compensation per tonne needs 'distance_km' and 'kg_co2e_per_km'"), N_("or state it as a percent of the ticket"))
DIAG(DIAG_YEARLY_AMOUNT, "yearly-amount", DIAG_INPUT, N_("'{1}' is an amount per year"), N_("write it with /year"))
DIAG(DIAG_FEE_OF_MEMBER, "fee-of-member", DIAG_INPUT, N_("the membership needs either 'tariff' or 'fee', but not both"),
     "")
DIAG(DIAG_FEE_WITHOUT_SIZE, "fee-without-size", DIAG_INPUT,
     N_("[tariff {1}] asks for inhabitants and does not say how many this member has"),
     N_("add inhabitants = … (the member's) and count = 0 (the fee is no income here)"))
DIAG(DIAG_HOURS_WITHOUT_COST, "hours-without-cost", DIAG_INPUT, N_("'{1}' needs 'hourly_cost', what an hour costs"),
     N_("add hourly_cost = 400 kr"))
DIAG(DIAG_OVERHEAD_ORDER, "overhead-order", DIAG_INPUT,
     N_("a base may hold an overhead that stands before it alone, and '{1}' stands at {2}"),
     N_("move it up"))
DIAG(DIAG_NO_LIMIT, "no-limit", DIAG_INPUT, N_("'{1}' states no limit"), N_("add max_share = … or amount = …"))
DIAG(DIAG_FRAME_PERIOD, "frame-period", DIAG_INPUT, N_("a frame is an amount per year"), N_("write it with /year, or year by year"))
DIAG(DIAG_YEAR_WITHOUT_FRAME, "year-without-frame", DIAG_INPUT, N_("[frame {1}] has no amount for {2}"), N_("add {2} = … to it"))
DIAG(DIAG_TWO_KINDS, "two-kinds", DIAG_INPUT, N_("'{1}' makes this funder one of two kinds at once"),
     N_("a funder is fixed, a share, a match or the remainder; take one away"))
DIAG(DIAG_TWO_REMAINDERS, "two-remainders", DIAG_INPUT, N_("'{1}' at {2} pays the remainder already"), "")
DIAG(DIAG_MATCH_OF_REMAINDER, "match-of-remainder", DIAG_INPUT,
     N_("'{1}' pays what the others leave, so nothing can match it"),
     N_("write {2} in the place of {3}: that says the same without the circle"))
DIAG(DIAG_MATCH_OF_REMAINDER_AMONG, "match-of-remainder-among", DIAG_INPUT,
     N_("'{1}' pays what the others leave, so nothing can match it"),
     N_("let it pay a fixed amount in the place of {3}: no share of the cost is sure to say the same here"))
DIAG(DIAG_CARRY_OVER_OF_DRAW, "carry-over-of-draw", DIAG_INPUT,
     N_("carry_over is about yearly amounts, and this funder has none"),
     N_("take the line away, or state an amount for each year"))
DIAG(DIAG_KEY_NEEDS_CLAIMS, "key-needs-claims", DIAG_INPUT, N_("'{1}' needs paid = claims"),
     N_("add paid = claims, or take the line away"))
DIAG(DIAG_CLAIMS_WITHOUT_PERIOD, "claims-without-period", DIAG_INPUT,
     N_("paid = claims needs 'claim_every': the months between claims"),
     N_("add claim_every = 3"))
DIAG(DIAG_IN_KIND_OF_ALL, "in-kind-of-all", DIAG_INPUT,
     N_("percents of the gross that may together be all of it leave no cash to be a percent of"), "")
DIAG(DIAG_GROSS_OF_LINES, "gross-of-lines", DIAG_INPUT,
     N_("'{1}' certifies a percent of the gross, but a line names it as its contribution in kind ({2})"),
     N_("write the certified sum, or take in_kind_by away"))
DIAG(DIAG_KEY_NEEDS_MATCHES, "key-needs-matches", DIAG_INPUT, N_("'{1}' needs 'matches'"),
     N_("add matches = …, or take the line away"))
DIAG(DIAG_NO_FEE, "no-fee", DIAG_INPUT, N_("[tariff {1}] says no fee"), N_("add fixed = … or per_inhabitant = …"))
DIAG(DIAG_CLASS_GAP_OF_ONE, "class-gap-of-one", DIAG_INPUT, N_("{1} inhabitants fall in no class"), "")
DIAG(DIAG_CLASS_GAP, "class-gap", DIAG_INPUT, N_("{1} to {2} inhabitants fall in no class"), "")
DIAG(DIAG_CLASS_OVERLAP, "class-overlap", DIAG_INPUT, N_("{1} inhabitants fall in two classes, {2} and {3}"), "")
DIAG(DIAG_FEE_FALLS, "fee-falls", DIAG_WARNING,
     N_("the fee falls as size grows: {1} inhabitants pay {2}, and {3} pay {4}"), "")
DIAG(DIAG_FLOOR_ABOVE_CEILING, "floor-above-ceiling", DIAG_INPUT,
     N_("the lowest fee, {1}, is above the highest, {2} at {3}"), "")
DIAG(DIAG_NO_CLASS, "no-class", DIAG_INPUT, N_("'{1}' with {2} inhabitants falls in no class of [tariff {3}]"),
     N_("leave the last class open: 100 000–: 25 000 kr"))
DIAG(DIAG_COUNT_WITHOUT_SIZE, "count-without-size", DIAG_INPUT,
     N_("[tariff {1}] counts equal members and does not say how many inhabitants each has"), N_("add inhabitants = …"))
DIAG(DIAG_SIZE_WITHOUT_COUNT, "size-without-count", DIAG_INPUT,
     N_("'inhabitants' is of equal members, and none are counted"), N_("add count = …"))
DIAG(DIAG_MEMBERS_WITHOUT_TARIFF, "members-without-tariff", DIAG_INPUT, N_("there are members and no tariff that they pay by"),
     N_("add [tariff kommun] with fixed = … or per_inhabitant = …"))
DIAG(DIAG_NO_CATEGORY, "no-category", DIAG_INPUT, N_("'{1}' says no category, so which tariff it pays cannot be told"),
     N_("add category = …"))
DIAG(DIAG_NO_TARIFF, "no-tariff", DIAG_INPUT, N_("no tariff is for members of the category '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_CATEGORY_TAKEN, "category-taken", DIAG_WARNING, N_("no tariff is for members of the category '{1}': they pay [tariff {2}], the only one"),
     N_("add a tariff for them, or take the category away"))
DIAG(DIAG_TWO_TARIFFS, "two-tariffs", DIAG_INPUT, N_("two tariffs are for members of the category '{1}': {2} and {3}"), "")
DIAG(DIAG_MEMBER_UNKNOWN, "member-unknown", DIAG_INPUT,
     N_("the inhabitants of '{1}' are not stated, here or in a population"), N_("did you mean '{2}'?"))
DIAG(DIAG_MEMBER_NAMED_OTHERWISE, "member-named-otherwise", DIAG_WARNING,
     N_("'{1}' pays by the inhabitants of '{2}', whose code it has"), N_("correct the code or the name"))
DIAG(DIAG_MEMBER_TWICE, "member-twice", DIAG_INPUT, N_("'{1}' is a member already, at {2}"), "")
DIAG(DIAG_INHABITANTS_MISSING, "inhabitants-missing", DIAG_INPUT,
     N_("the fee of '{1}' for {2} rests on its inhabitants on 31 December {3}, and they are not stated"), "")
DIAG(DIAG_INHABITANTS_HELD, "inhabitants-held", DIAG_WARNING,
     N_("fees from {2} on rest on the inhabitants of 31 December {1}, since later figures are not there"),
     "")
DIAG(DIAG_INHABITANTS_DIFFER, "inhabitants-differ", DIAG_WARNING, N_("'{1}' has {2} inhabitants here and {3} at {4}: the fee rests on those here"),
     N_("take away the figure that is wrong"))
DIAG(DIAG_LEFT_BEFORE_JOINED, "left-before-joined", DIAG_INPUT, N_("the member leaves in {1}, before it joins in {2}"), "")
DIAG(DIAG_AMOUNTS_TOO_LARGE, "amounts-too-large", DIAG_INPUT,
     N_("the project's amounts could come to more than {2}; the largest line is {1}"),
     N_("are its amounts and their units right?"))

/* Workbooks. */
DIAG(DIAG_FILE_FORMAT, "file-format", DIAG_INPUT, N_("the file is {1}"), N_("{2}"))
DIAG(DIAG_WORKBOOK_PART, "workbook-part", DIAG_INPUT, N_("the workbook lacks its part {1}"), N_("open it in Excel or LibreOffice and save it anew"))
DIAG(DIAG_WORKBOOK_DAMAGED, "workbook-damaged", DIAG_INPUT, N_("the workbook's part {1} is damaged"), N_("open it in Excel or LibreOffice and save it anew"))
DIAG(DIAG_WORKBOOK_ENTITIES, "workbook-entities", DIAG_INPUT, N_("the workbook's part {1} declares a document type, which no spreadsheet program writes"), N_("open it in Excel or LibreOffice and save it anew"))
DIAG(DIAG_WORKBOOK_LARGE, "workbook-large", DIAG_INPUT, N_("the workbook's part {1} holds more than a sheet has room for, or unpacks to more than is read: 1 GiB, or 256 MiB of text"), N_("copy the table alone to a workbook of its own"))
DIAG(DIAG_SHEET_UNKNOWN, "sheet-unknown", DIAG_INPUT, N_("the workbook has no sheet '{1}', but {2}"), N_("did you mean '{3}'?"))
DIAG(DIAG_WORKBOOK_SHEET, "workbook-sheet", DIAG_INPUT, N_("the workbook has no sheet '{1}' that inputs could be read from, but {2}"), N_("give the sheet its name again; a budget of your own begins a project: medfin init --from"))
DIAG(DIAG_WORKBOOK_HEADING, "workbook-heading", DIAG_INPUT, N_("the heading '{1}' does not stand in its place"), N_("the columns have been moved: change the inputs of a workbook written anew"))
DIAG(DIAG_WORKBOOK_OTHER, "workbook-other", DIAG_INPUT, N_("the workbook has no value of '{1}': it is of another project"), N_("name the project that it was written of"))
DIAG(DIAG_WORKBOOK_FILES, "workbook-files", DIAG_WARNING, N_("the workbook was written of {1}, and is read on top of {2}"), N_("name the files that it was written of"))
DIAG(DIAG_WORKBOOK_PATH, "workbook-path", DIAG_INPUT, N_("{1} is changed, and the project does not state it"), N_("name every file that the workbook was written of; if the value has been taken away since, write the workbook anew"))
DIAG(DIAG_WORKBOOK_GONE, "workbook-gone", DIAG_WARNING, N_("the project does not state {1}, which stands unchanged in the workbook"), N_("name every file that the workbook was written of"))
DIAG(DIAG_WORKBOOK_TWICE, "workbook-twice", DIAG_INPUT, N_("a second row says {1}"), N_("delete the row that was copied"))
DIAG(DIAG_WORKBOOK_ROW, "workbook-row", DIAG_INPUT, N_("a row is missing, probably below this one: {1}, which {2} states"), N_("undo it, or change the inputs of a workbook written anew"))
DIAG(DIAG_WORKBOOK_NEWER, "workbook-newer", DIAG_WARNING, N_("the workbook is older than {1}, which {2} states, and does not change it"), "")
DIAG(DIAG_WORKBOOK_OLDER, "workbook-older", DIAG_WARNING, N_("{1} was {2} when the workbook was written, and is {3} now, which stands"), N_("the workbook is of an older state of the project, or of other files"))
DIAG(DIAG_WORKBOOK_OLDER_CHANGE, "workbook-older-change", DIAG_WARNING, N_("{1} was {2} when the workbook was written, and is {3} now; what the workbook changed it to stands"), N_("the workbook is of an older state of the project, or of other files"))
DIAG(DIAG_WORKBOOK_FIXED, "workbook-fixed", DIAG_INPUT, N_("{1} is {2}, and cannot be changed in a workbook"), N_("change it in a scenario file"))
DIAG(DIAG_WORKBOOK_FORMULA, "workbook-formula", DIAG_INPUT, N_("a formula stands in the place of {1}: {2}"), N_("enter the number that it comes to"))
DIAG(DIAG_WORKBOOK_TEXT, "workbook-text", DIAG_INPUT, N_("'{2}' stands in the place of {1}, and is no number"), N_("enter a number, without a unit: a cell that holds a text stands to the left"))
DIAG(DIAG_WORKBOOK_STATUS, "workbook-status", DIAG_INPUT, N_("'{2}' stands in the place of {1}, and is no status"), N_("choose one of {3}"))
DIAG(DIAG_WORKBOOK_EMPTY, "workbook-empty", DIAG_INPUT, N_("the value of {1} is emptied, and nothing is not 0"), N_("enter 0 if that is meant; it was {2}"))
DIAG(DIAG_WORKBOOK_DECIMALS, "workbook-decimals", DIAG_INPUT, N_("{2} in the place of {1} has more than {3} decimals"), N_("round it to what beside it is said to be possible"))
DIAG(DIAG_WORKBOOK_BOUNDS, "workbook-bounds", DIAG_INPUT, N_("{1} can be from {2} to {3} in this workbook"), N_("what lies beyond is said in a scenario file or by --set"))
DIAG(DIAG_SHEET_ALONE, "sheet-alone", DIAG_INPUT, N_("'{1}' is said to be a sheet, but no {2} is named that it could be of"), N_("write {2} = and the name of a workbook"))
DIAG(DIAG_SHEET_OF_TEXT, "sheet-of-text", DIAG_INPUT, N_("a sheet is named, and {1} is no workbook"), N_("take the line away, or name the workbook"))
DIAG(DIAG_CELL_ERROR, "cell-error", DIAG_INPUT, N_("the cell shows an error, {1}"), N_("mend its formula in the workbook"))
DIAG(DIAG_CELL_NARROW, "cell-narrow", DIAG_INPUT, N_("the cell shows no number but {1}: its column was too narrow for it"), N_("make the column wider in the workbook, and save the table again"))
DIAG(DIAG_CELL_UNCOMPUTED, "cell-uncomputed", DIAG_INPUT, N_("the formula has no computed value"), N_("open the workbook in Excel or LibreOffice and save it: formulas are not computed here"))
DIAG(DIAG_ROWS_HIDDEN, "rows-hidden", DIAG_WARNING, N_("the sheet hides rows, {1} of them with a text; they are read as the others"), N_("delete those that are not to count, or unhide the rows"))

/* Tables in CSV. */
DIAG(DIAG_CSV_EMPTY, "csv-empty", DIAG_INPUT, N_("the file holds no rows"), N_("its first row names the columns: {1}"))
DIAG(DIAG_CSV_QUOTE_OPEN, "csv-quote-open", DIAG_INPUT, N_("the quote that opens here is never closed"),
     N_("close it; a quote within quotes is written twice"))
DIAG(DIAG_CSV_QUOTE_INSIDE, "csv-quote-inside", DIAG_INPUT, N_("a quote stands inside a cell that does not begin with one"),
     N_("put the whole cell in quotes, and write the quotes in it twice"))
DIAG(DIAG_CSV_BEHIND_QUOTE, "csv-behind-quote", DIAG_INPUT,
     N_("something stands behind the closing quote of the cell that begins at {1}"),
     N_("a quote within quotes is written twice; or the cell was never meant to go on to here"))
DIAG(DIAG_CSV_CELL_LARGE, "csv-cell-large", DIAG_INPUT, N_("the cell that begins here is longer than 128 KiB; no spreadsheet's is"),
     N_("a quote that is never closed makes all that follows one cell"))
DIAG(DIAG_CSV_NO_HEADINGS, "csv-no-headings", DIAG_INPUT, N_("no row names the columns"), N_("write a heading row with {1}"))
DIAG(DIAG_CSV_HEADING_MISSING, "csv-heading-missing", DIAG_INPUT, N_("no column is called '{1}'"),
     N_("its heading may be {2}; where it has another of {3}, columns = HEADING: {1} says so"))
DIAG(DIAG_CSV_HEADING_TWICE, "csv-heading-twice", DIAG_INPUT, N_("the heading '{1}' says the same as '{2}' before it"),
     N_("keep one of the columns, or give them different headings"))
DIAG(DIAG_CSV_HEADING_UNKNOWN, "csv-heading-unknown", DIAG_INPUT,
     N_("the column '{1}' is not known; what is read is {3}"),
     N_("did you mean '{2}'?"))
DIAG(DIAG_CSV_COLUMN_AMOUNTS, "csv-column-amounts", DIAG_INPUT, N_("the column '{1}' holds amounts or dates, as '{2}', and is none of {3}"),
     N_("say in the project file what it is, columns = {1}: {4}, or that it is not to be read, columns = {1}: none"))
DIAG(DIAG_COLUMNS_FORM, "columns-form", DIAG_INPUT, N_("'{1}' does not say what a heading means"), N_("write the heading, a colon and what it is: Belopp: cost"))
DIAG(DIAG_COLUMNS_MEANT, "columns-meant", DIAG_INPUT, N_("'{1}' is nothing that a column can be here; it is one of {2}"), "")
DIAG(DIAG_COLUMNS_UNUSED, "columns-unused", DIAG_INPUT, N_("no table here has the heading '{1}'"), N_("write it as the table does, or take the line away"))
DIAG(DIAG_CSV_ROW_SHORT, "csv-row-short", DIAG_INPUT, N_("the heading row has {2} cells, and this row only {1}"),
     N_("fill the row in, or take it away"))
DIAG(DIAG_TABLE_EMPTY, "table-empty", DIAG_INPUT, N_("there are headings and no row below them that could be read"), "")
DIAG(DIAG_ROW_ALONE, "row-alone", DIAG_WARNING, N_("'{1}' stands alone in its row and is taken for a title, no member"), N_("write more of it in the row if it is a member"))
DIAG(DIAG_ROW_WITHOUT_NAME, "row-without-name", DIAG_INPUT, N_("the row says neither a code nor a name"), "")
DIAG(DIAG_POPULATION_HALF, "population-half", DIAG_INPUT, N_("the table is split by sex, and here one of them alone is stated"), N_("export both, or the total"))
DIAG(DIAG_POPULATION_AGES, "population-ages", DIAG_INPUT, N_("the table is split by age and has no row for all ages"), N_("export the total of all ages"))
DIAG(DIAG_NOT_A_YEAR, "not-a-year", DIAG_INPUT, N_("'{1}' is no year"),
     N_("write the year with four digits, for example 2020"))
DIAG(DIAG_TABLE_IN_SCENARIO, "table-in-scenario", DIAG_INPUT, N_("a scenario cannot name a table of members; it changes them one by one"),
     N_("write [member ID] with what is to change; new = yes adds a member"))
DIAG(DIAG_CSV_OUTSIDE, "csv-outside", DIAG_INPUT, N_("'{1}' stands in a column that has no heading"),
     N_("give the column a heading, or quote the cell before if a separator within it split it"))

DIAG(DIAG_PLAN_CONTINUES_NOTHING, "plan-continues-nothing", DIAG_INPUT,
     N_("the row has no text in the column Vad, and there is no row above that it could continue"),
     N_("write what it is about"))
DIAG(DIAG_INHABITANTS_ROUNDED, "inhabitants-rounded", DIAG_WARNING,
     N_("the table tells inhabitants in thousands, and rounds them"),
     N_("fees are worked from the rounded numbers; a table of whole inhabitants gives exact ones"))
DIAG(DIAG_PLAN_YEARS_SUM, "plan-years-sum", DIAG_INPUT, N_("the row says {1}, and its years make {2}"),
     N_("mend one of them, or leave the column aside: columns = HEADING: none"))
DIAG(DIAG_PLAN_CELL_SECOND, "plan-cell-second", DIAG_INPUT,
     N_("'{1}' is a second value of '{2}', which has one at {3}"),
     N_("keep one of them, or write what the row is about so that it stands for itself"))
DIAG(DIAG_PLAN_IN_SCENARIO, "plan-in-scenario", DIAG_INPUT,
     N_("a scenario cannot have a plan of its own; it changes the activities one by one"),
     N_("write [activity ID] and what changes; prioritise -f json lists the ids"))

/* Ledgers, and what is said of them. */
DIAG(DIAG_AT_LEAST, "at-least", DIAG_INPUT, N_("behind the percent an amount that it is at least was expected"),
     N_("write 10 %, at least 10 000 kr"))
DIAG(DIAG_SIE_START, "sie-start", DIAG_INPUT, N_("the file does not begin with #, so it is no file of SIE"),
     N_("export it once more as SIE 4"))
DIAG(DIAG_SIE_LINE, "sie-line", DIAG_INPUT, N_("the line is none of SIE: it begins with neither # nor a brace"), "")
DIAG(DIAG_SIE_FIELD_MISSING, "sie-field-missing", DIAG_INPUT, N_("the line lacks its {1}"), "")
DIAG(DIAG_SIE_AMOUNT, "sie-amount", DIAG_INPUT, N_("'{1}' is no amount with at most two decimals"), "")
DIAG(DIAG_SIE_DATE, "sie-date", DIAG_INPUT, N_("'{1}' is no date as SIE writes it"), N_("a date is YYYYMMDD, as 20210415"))
DIAG(DIAG_LEDGER_ENDS, "ledger-ends", DIAG_WARNING, N_("the last row of the ledgers is of {1}, and the months through {2} count as closed, with nothing booked behind it"),
     N_("write {1}, or export the ledger once more"))
DIAG(DIAG_LEDGER_OTHER, "ledger-other", DIAG_WARNING, N_("the ledger is that of {1}, and the project is owned by {2}"), "")
DIAG(DIAG_LEDGER_UNMAPPED, "ledger-unmapped", DIAG_WARNING, N_("rows in no figure, since nothing maps their accounts: {1}, in all {2}; accounts: {3}"),
     N_("`medfin follow-up` shows their vouchers"))
DIAG(DIAG_SIE_YEAR, "sie-year", DIAG_WARNING, N_("the voucher is of {1}, and the file says (#RAR) that it goes from {2} to {3}; vouchers outside it: {4}"), "")
DIAG(DIAG_SIE_NUMBER, "sie-number", DIAG_INPUT, N_("'{1}' is none of the numbers that may stand here"), "")
DIAG(DIAG_SIE_OBJECTS, "sie-objects", DIAG_INPUT, N_("'{1}' stands where objects in braces were expected"),
     N_("a row without objects has empty braces there"))
DIAG(DIAG_SIE_OUTSIDE, "sie-outside", DIAG_INPUT, N_("the line belongs to a voucher, and none is open here"),
     N_("a voucher is #VER and, behind it, its rows in braces"))
DIAG(DIAG_SIE_VOUCHER_OPEN, "sie-voucher-open", DIAG_INPUT, N_("the voucher before has no brace that ends it"),
     N_("the file may be cut off: export it once more"))
DIAG(DIAG_SIE_QUOTE, "sie-quote", DIAG_WARNING, N_("what opens here is never closed; it is taken to the end of the line"), "")
DIAG(DIAG_SIE_NO_MONTHS, "sie-no-months", DIAG_INPUT,
     N_("a file of SIE of type {1} without #PSALDO has no months, so no outcome can be told from it"),
     N_("export it as SIE 4"))
DIAG(DIAG_SIE_BALANCE, "sie-balance", DIAG_WARNING, N_("{1} says that account {2} comes to {3}, and its rows come to {4}"), "")
DIAG(DIAG_LEDGER_LARGE, "ledger-large", DIAG_INPUT, N_("the amounts up to here are more than all that is counted"), "")
DIAG(DIAG_LEDGER_VOUCHER_TWICE, "ledger-voucher-twice", DIAG_INPUT, N_("the voucher {1} stands twice; first at {2}"),
     N_("its rows would count twice: export the ledger once more"))
DIAG(DIAG_LEDGER_UNBALANCED, "ledger-unbalanced", DIAG_INPUT, N_("the voucher {1} comes to {2}, and not to 0"),
     N_("debit and credit of a voucher are equal: a row may be missing or changed"))
DIAG(DIAG_LEDGER_TWICE, "ledger-twice", DIAG_INPUT, N_("{1} is of the same company and year as {2}, and its rows would count twice"),
     N_("name one of them"))
DIAG(DIAG_LEDGER_REPEATED, "ledger-repeated", DIAG_INPUT,
     N_("the voucher {1} stands in another file too, at {2}; rows of this file that would count twice: {3}"),
     N_("name one of the files, or export them so that no voucher is in both"))
DIAG(DIAG_LEDGER_ROWS_TWICE, "ledger-rows-twice", DIAG_INPUT,
     N_("the row has the date, account and amount of one in another file, at {1}, and so have most; rows that would count twice: {2}"),
     N_("name one of the files; where they are of two things all the same, a column of voucher numbers tells them apart"))
DIAG(DIAG_LEDGER_ROWS_ALIKE, "ledger-rows-alike", DIAG_WARNING,
     N_("the row has the date, account and amount of one in another file, at {1}; rows that may count twice: {2}"), "")
DIAG(DIAG_LEDGER_COMPANIES, "ledger-companies", DIAG_WARNING, N_("{1} is the ledger of {2}, and another file is that of {3}"), "")
DIAG(DIAG_LEDGER_NO_ACCOUNTS, "ledger-no-accounts", DIAG_INPUT, N_("the ledger has accounts, and nothing says which lines they are"),
     N_("write accounts = ID, and an [accounts ID] with map = 70: staff.pl and so on"))
DIAG(DIAG_LEDGER_NO_PROJECT, "ledger-no-project", DIAG_INPUT, N_("the rows of the ledger carry objects, and nothing says which are the project's"),
     N_("write project = 6:P12, or project = all; the objects there are: {1}"))
DIAG(DIAG_LEDGER_NO_PROJECTS, "ledger-no-projects", DIAG_WARNING, N_("{1} has no column that is known to hold projects, so none of its rows is the project's"),
     N_("say which it is in [actuals], as columns = HEADING: Projekt, or write project = all; headings that nothing is read of: {2}"))
DIAG(DIAG_LEDGER_DATE, "ledger-date", DIAG_INPUT, N_("'{1}' is no date: the month has no such day"), "")
DIAG(DIAG_LEDGER_DAYS_MIXED, "ledger-days-mixed", DIAG_INPUT, N_("six digits that are a day stand in a column of months, as at {1}"),
     N_("write all dates one way, as 2025-01-15"))
DIAG(DIAG_LEDGER_NO_OBJECT, "ledger-no-object", DIAG_INPUT, N_("no row of the ledgers carries {1}"), N_("the objects there are: {2}"))
DIAG(DIAG_LEDGER_ROW_LACKS, "ledger-row-lacks", DIAG_INPUT, N_("the row has nothing under '{1}', and is no row of a ledger without it"), "")
DIAG(DIAG_PROJECT_FORM, "project-form", DIAG_INPUT, N_("'{1}' is no project in a ledger"),
     N_("write its dimension and its object, as 6:P12, or `all`"))
DIAG(DIAG_MAP_FORM, "map-form", DIAG_INPUT, N_("'{1}' does not say what an account is"),
     N_("write the beginning of the account, a colon and a line, a funder, a category or `ignore`: 70: staff.pl"))
DIAG(DIAG_MAP_TWICE, "map-twice", DIAG_INPUT, N_("the accounts {1} are mapped twice; first at {2}"),
     N_("a row is one line: take one of them away, or name an object"))
DIAG(DIAG_NOT_BOOKED_ON, "not-booked-on", DIAG_INPUT, N_("'{1}' is no line, funder, tariff or category of the project, and not ignore"),
     N_("did you mean '{2}'?"))
DIAG(DIAG_ACTUAL_OUTSIDE, "actual-outside", DIAG_INPUT, N_("the month {1} is not closed: what is booked is known through {2}"),
     N_("state it as forecast.{1}, or close the month in [actuals] through"))
DIAG(DIAG_FORECAST_CLOSED, "forecast-closed", DIAG_INPUT, N_("the month {1} is closed: what is booked is known through {2}"),
     N_("state what was booked as actual.{1}"))
DIAG(DIAG_BALANCE_NO_LEDGER, "balance-no-ledger", DIAG_INPUT, N_("'{1}' says accounts, and there is no ledger"),
     N_("name ledgers in [actuals] files, or state what there was: {1}.2027-06 = …"))
DIAG(DIAG_SPENT_TWICE, "spent-twice", DIAG_INPUT, N_("what the activity has cost is booked too, at {1}"),
     N_("leave 'spent' out: the ledger has it"))
DIAG(DIAG_NOT_CLOSED, "not-closed", DIAG_INPUT, N_("the month {1} is not closed: what is booked is known through {2}"),
     N_("close the month in [actuals] through, or leave it out"))
DIAG(DIAG_BALANCE_PART, "balance-part", DIAG_INPUT, N_("[balance] is of a whole ledger, and of this one the project is a part"),
     N_("write project = all, or leave [balance] out"))
DIAG(DIAG_BALANCE_NO_OPENING, "balance-no-opening", DIAG_INPUT, N_("no ledger says what '{1}' was before its first month (#IB)"),
     N_("state it: {1}.{2} = …"))
DIAG(DIAG_BALANCE_FORM, "balance-form", DIAG_INPUT, N_("'{1}' is no beginning of an account"), N_("write digits, as 19 or 1930"))
DIAG(DIAG_BALANCE_CARRIED, "balance-carried", DIAG_WARNING,
     N_("{1} begins with {2} in the accounts of cash, and the rows before it end on {3}"),
     N_("what stands here goes on from the rows before it"))
DIAG(DIAG_CLAIM_OF_OTHER, "claim-of-other", DIAG_INPUT, N_("{1} does not pay on claims, and takes none"),
     N_("write paid = claims in its section if it does, else take the claim away"))
DIAG(DIAG_CLAIM_TWICE, "claim-twice", DIAG_INPUT, N_("[claim {1}] is of the same funder and through {2} too"),
     N_("a claim begins behind the one before it: take one of them away, or change its last month"))
DIAG(DIAG_MONTH_NOT_OVER, "month-not-over", DIAG_INPUT, N_("the month {1} is not over on {2}, and what is closed is whole months"),
     N_("write {3}, or {1} where all of it is booked"))
DIAG(DIAG_THROUGH_LATE, "through-late", DIAG_WARNING, N_("the project ends before {1}: its last closed month is {2}, and rows behind it are left out"), "")
DIAG(DIAG_AMOUNT_NO_PERCENT, "amount-no-percent", DIAG_INPUT, N_("'{1}' is an amount, and a percent was expected with an amount as its bound"),
     N_("write {2}"))
DIAG(DIAG_CLAIM_SPAN, "claim-span", DIAG_INPUT, N_("{1} is more than the {2} of '{3}'"), "")
DIAG(DIAG_NO_ACTUALS, "no-actuals", DIAG_INPUT, N_("nothing says what became of the plan"),
     N_("name a file that begins with [actuals] behind the project"))
DIAG(DIAG_FOLLOW_ALONE, "follow-alone", DIAG_INPUT, N_("'{1}' says something only with [actuals]"),
     N_("write [actuals] with through = and the last closed month"))

/* The command line. */
#include <medfin/base/diag_command_rows.h>
#include <medfin/base/diag_portfolio_rows.h>

/* Letters. */
DIAG(DIAG_TEMPLATE_KEY, "template-key", DIAG_INPUT, N_("'{1}' is no figure or text of this project"), N_("did you mean '{2}'?"))
DIAG(DIAG_TEMPLATE_TABLE, "template-table", DIAG_INPUT, N_("there is no table '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_TEMPLATE_PART, "template-part", DIAG_INPUT, N_("there is no part '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_TEMPLATE_OPEN, "template-open", DIAG_INPUT, N_("no {1} closes this on its line"), N_("write it as in {2}"))
DIAG(DIAG_TEMPLATE_EXTENT, "template-extent", DIAG_INPUT, N_("a template has at most {1} {2}"),
     N_("no letter needs more: check that it is the file that you mean"))
DIAG(DIAG_TEMPLATE_FUNDER, "template-funder", DIAG_INPUT, N_("'{1}' is about one funder, and none is named"),
     N_("name it with --funder ID"))
DIAG(DIAG_TEMPLATE_MEMBERSHIP, "template-membership", DIAG_INPUT, N_("'{1}' is about a membership, and the project has none"),
     N_("describe it under [membership]"))
DIAG(DIAG_TEMPLATE_FOLLOW, "template-follow", DIAG_INPUT, N_("'{1}' says what became of the plan, and nothing does"),
     N_("name a file that begins with [actuals] behind the project"))
DIAG(DIAG_TEMPLATE_CLAIM, "template-claim", DIAG_INPUT, N_("'{1}' is about a claim to one funder, and none can be made"),
     N_("name the funder with --funder, and a file that begins with [actuals] behind the project"))
DIAG(DIAG_TEMPLATE_FITS, "template-fits", DIAG_WARNING, N_("the template '{1}' is of {2}, and the project has none"),
     N_("'{3}' is the usual one of such a project"))
DIAG(DIAG_NO_TEMPLATE, "no-template", DIAG_USAGE, N_("'{1}' is neither a file nor one of the templates {2}"), N_("did you mean '{3}'?"))
DIAG(DIAG_NO_SUCH_FUNDER, "no-such-funder", DIAG_USAGE, N_("the project has no funder '{1}'"), N_("did you mean '{2}'?"))
DIAG(DIAG_FUNDER_MISSING, "funder-missing", DIAG_USAGE, N_("'{1}' is about one funder"),
     N_("name it with --funder ID"))
DIAG(DIAG_MEMBERSHIP_MISSING, "membership-missing", DIAG_USAGE, N_("'{1}' is about a membership, and the project has none"),
     N_("describe it under [membership]"))
DIAG(DIAG_FUNDER_UNWANTED, "funder-unwanted", DIAG_USAGE, N_("the template '{1}' is about no single funder"), N_("leave --funder out"))
DIAG(DIAG_LETTER_FORMAT, "letter-format", DIAG_USAGE, N_("a letter is not written as {1}"), N_("write one of {2}"))
DIAG(DIAG_LETTER_UNBOUND, "letter-unbound", DIAG_INPUT, N_("nothing in {1} is bound to a calculation"),
     N_("check a letter that 'medfin letter' wrote as Markdown, HTML or Word; OpenDocument and PDF keep no bindings"))
DIAG(DIAG_CHECK_WITH, "check-with", DIAG_USAGE, N_("--check does not go with --{1}"), "")
DIAG(DIAG_REFERENCE_UNWANTED, "reference-unwanted", DIAG_USAGE, N_("--reference-doc says how DOCX and ODT look, and the format is {1}"),
     N_("write -f docx or -f odt, or leave it out"))
DIAG(DIAG_NO_CONVERTER, "no-converter", DIAG_SYSTEM, N_("{1} is made by {2}, which is not installed"),
     N_("install Debian's package {2}, or write -f {3}"))
DIAG(DIAG_NO_WORKBOOK_WRITER, "no-workbook-writer", DIAG_SYSTEM, N_("a workbook is written by {1}, which cannot be run: {2}"),
     N_("install medfin as a whole, or write -f html"))
DIAG(DIAG_NO_WORKBOOK_OF, "no-workbook-of", DIAG_USAGE, N_("'{1}' makes no workbook; these commands do: {2}"), "")
DIAG(DIAG_CONVERTER_FAILED, "converter-failed", DIAG_SYSTEM, N_("{2} could not make {1}: {3}"), "")
DIAG(DIAG_CONVERTER_SYSTEM, "converter-system", DIAG_SYSTEM, N_("{2} could not be run to make {1}: {3}"), "")
DIAG(DIAG_WHOLE_OPTION, "whole-option", DIAG_USAGE,
     N_("{2} is to be a whole number from {3} to {4}, and '{1}' is none"),
     "")
DIAG(DIAG_CORRELATION_PATH, "correlation-path", DIAG_INPUT, N_("'{1}' names no uncertain value of the project"),
     N_("write two paths of values that carry a ~, as index.wages.2022-04, index.prices.2023-01"))
DIAG(DIAG_CORRELATION_ITSELF, "correlation-itself", DIAG_INPUT, N_("'{1}' stands on both sides"), "")
DIAG(DIAG_CORRELATION_TWICE, "correlation-twice", DIAG_INPUT, N_("the correlation of these two values is already stated at {1}"), "")
DIAG(DIAG_CORRELATIONS_MANY, "correlations-many", DIAG_INPUT, N_("a project has at most {1} correlations"),
     N_("keep the strongest of them"))
DIAG(DIAG_CORRELATION_CLASH, "correlation-clash", DIAG_INPUT,
     N_("this correlation contradicts those at {1} and {2}: no values could have all three"),
     N_("with those two it lies between {3} and {4}"))
DIAG(DIAG_CORRELATION_UNSTATED, "correlation-unstated", DIAG_INPUT,
     N_("with this correlation and that at {1}, {2} must be correlated too, and what is not stated is 0"),
     N_("state theirs: it lies between {3} and {4}"))
DIAG(DIAG_CORRELATIONS, "correlations", DIAG_INPUT, N_("the stated correlations contradict one another: no values could have them all"),
     N_("when two values follow a third closely, they follow one another too"))
/* clang-format on */
