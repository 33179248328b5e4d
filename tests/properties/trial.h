#ifndef MEDFIN_TESTS_TRIAL_H
#define MEDFIN_TESTS_TRIAL_H

/* A project from a text, read, built and planned, as most tests begin. What goes wrong on
   the way fails the test with the text and the report. */

#include <string.h>

#include <medfin/base/diag_text.h>
#include <medfin/base/text.h>
#include <medfin/plan/plan.h>
#include <medfin/read/files.h>
#include <medfin/read/setting.h>

#include "../unit/unit.h"

/* A project as read and built, and the statements that it stands on. */
struct trial {
    const char *text;
    struct arena *arena;
    statement_list statements;
    const struct project *project;
    const struct plan *plan;
};

static inline void trial_fails(const struct trial *trial, const char *why)
{
    fail_msg("%s\n%s", why, trial->text);
}

/* Build, or build anew, what the statements say. */
static inline void trial_build(struct trial *trial)
{
    struct diags *diags = diags_new(trial->arena);
    trial->project = project_build(trial->statements.items, trial->statements.count, trial->arena, diags);
    if (!trial->project)
        trial_fails(trial, diags_text(diags, LANGUAGE_EN, true, trial->arena));
    trial->plan = plan_build(trial->project, trial->arena);
}

/* A layer 0 is the project, others are scenarios. */
static inline void trial_read(struct trial *trial, const char *text, int layer)
{
    struct diags *diags = diags_new(trial->arena);
    if (!read_bytes(layer ? "scenario" : "project", text, strlen(text), layer, &trial->statements, trial->arena, diags))
        fail_msg("%s\n%s\n%s", diags_text(diags, LANGUAGE_EN, true, trial->arena), text, trial->text);
}

static inline void trial_set(struct trial *trial, const char *setting)
{
    struct diags *diags = diags_new(trial->arena);
    if (!read_setting(setting, &trial->statements, trial->arena, diags))
        trial_fails(trial, diags_text(diags, LANGUAGE_EN, true, trial->arena));
}

static inline struct trial trial_new(const char *text, struct arena *arena)
{
    struct trial trial = { .text = text, .arena = arena };
    trial_read(&trial, text, 0);
    trial_build(&trial);
    return trial;
}

/* The same statements in a list of its own, for more on top. */
static inline struct trial trial_copy(const struct trial *trial)
{
    struct trial copy = { .text = trial->text, .arena = trial->arena };
    for (int i = 0; i < trial->statements.count; i++)
        *list_add(&copy.statements, copy.arena) = trial->statements.items[i];
    return copy;
}

/* "monthly_salary.2022-09": a statement's key as it stands in its section, and "[staff a]". */
static inline const char *trial_key(const struct trial *trial, const struct statement *statement)
{
    const char *path = statement_path(trial->arena, statement, LANGUAGE_EN);
    const struct section_row *section = &section_rows[statement->section];
    return path + strlen(section->name) + 1 + (section->has_id ? strlen(statement->id) + 1 : 0);
}

static inline void trial_header(struct text *out, const struct statement *statement)
{
    const struct section_row *section = &section_rows[statement->section];
    text_addf(out, "\n[%s%s%s]\n", section->name, section->has_id ? " " : "", statement->id);
}

#endif
