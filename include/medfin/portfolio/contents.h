#ifndef MEDFIN_PORTFOLIO_CONTENTS_H
#define MEDFIN_PORTFOLIO_CONTENTS_H

/* What is said of several projects in one frame. */

#include <medfin/doc/doc.h>
#include <medfin/portfolio/portfolio.h>

/* The answer, what they share (frames, persons, groups of money, cash), and every project, the worst first. The
   gravest verdict of them all. */
enum verdict portfolio_contents(struct doc *doc, const struct portfolio_sums *sums);

#endif
