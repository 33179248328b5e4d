#include "value_rest.h"

#include <string.h>

#include "value_money.h"

bool rest_fault(struct scan *scan)
{
    struct stretch token = scan_token(scan);
    struct scan ahead = *scan;
    bool is_money = scan->unit.kind == KIND_MONEY || scan->unit.kind == KIND_FINE;
    if (scan->operation == OPERATION_MULTIPLY)
        return scan_fault_of(scan, DIAG_FACTOR, scan_whole(scan), NULL);
    if (scan->at < scan->end && *scan->at == '#')
        return scan_fault(scan, DIAG_HASH, (struct stretch){ scan->at, scan->at + 1 }, ARGS(arg_text("#")));
    enum period period = is_money ? period_take(&ahead) : PERIOD_NONE;
    if (period)
        return period_unwanted(scan, (struct stretch){ scan->at, ahead.at }, period);
    if (is_money && !scan->unit_stated && !strchr(",~():/\n", *scan->at))
        return unit_fault(scan, token);
    return scan_fault_of_kind(scan, DIAG_VALUE_REST, token);
}
