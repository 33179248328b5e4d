#include "parts.h"

const struct part_row part_rows[PARTS] = {
    [PART_HEAD] = { "manifest" },   [PART_NAMED] = { "named" },
    [PART_SET] = { "set" },         [PART_FILES] = { "files" },
    [PART_FIGURES] = { "figures" }, [PART_RULES] = { "rules" },
    [PART_CHANCES] = { "chances" }, [PART_STATED] = { "stated", .has_file = true },
};

const char manifest_seal[] = "[seal]\nsha256 = ";
