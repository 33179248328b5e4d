#ifndef MEDFIN_MODEL_CHECK_H
#define MEDFIN_MODEL_CHECK_H

/* What must hold between the values of a project. All faults are collected. */

#include "build.h"

void check_project(struct build *build);

/* One section, the others being as they are. */
void check_section(struct build *build, const struct section *section);

/* A line's months lie in the project and in order; else a fault is added and it is false. */
struct line;
bool check_span(struct build *build, const struct line *line);

#endif
