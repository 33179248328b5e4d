#include "tariff.h"

#include <medfin/plan/fee_nodes.h>

static void lay(struct plan *plan, const struct section *section)
{
    plan_add_row(plan, (struct row){ .line = section, .side = SIDE_FINANCING, .phase = PHASE_FIXED });
}

const struct line_kind tariff_line = { SECTION_TARIFF, lay, tariff_nodes };
