#ifndef MEDFIN_MODEL_DRAFTS_H
#define MEDFIN_MODEL_DRAFTS_H

/* Sections in the making, found by kind and id. */

#include "build.h"

/* As many buckets as there may be sections, before the first draft. */
void make_buckets(struct build *build, int sections);
struct draft *draft_add(struct build *build, enum section_id kind, const char *id);

/* NULL if there is none. */
struct draft *draft_find(const struct build *build, enum section_id kind, const char *id);

/* Those of one id, whatever their kind. */
struct draft *draft_first(const struct build *build, const char *id);
struct draft *draft_next(const struct draft *draft);

/* The setting of a key and date, and paths if it has them, NULL if nothing states it; by the name
   of a key without any. */
struct setting *setting_find(const struct draft *draft, const struct key *key, month at, const char *paths);
const struct setting *draft_setting(const struct draft *draft, const char *key);

/* Which keys each kind of section has that there is a draft of. */
void find_keys(struct build *build);

#endif
