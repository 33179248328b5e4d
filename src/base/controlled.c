#include <medfin/base/controlled.h>

#include <assert.h>

#include <medfin/base/sort.h>

struct figure {
    int from, to;
    int64_t exact;
    int64_t at;        /* what flows now: the exact figure, in the end a whole unit */
    int64_t low, high; /* between which it may flow: whole units */
    enum controlled_rank rank;
    bool is_fixed;
    int place[2]; /* its places among its nodes' figures, of `from` and of `to` */
};

struct node {
    int first, count; /* its figures in `ways` that can still move */
    int begin;        /* where among them a search begins: where one went on before */
    int64_t excess;   /* what flows in above what flows out */
    int reached;      /* the search that came here last … */
    int by;           /* … and the figure it came by, twice its number, and one more where that is lowered */
};

/* A node that a search looks at, and how far it has come among its figures. */
struct look {
    int node, next;
};

struct controlled {
    struct arena *arena;
    int64_t unit;
    LIST(struct figure) figures;
    LIST(struct node) nodes;
    int *ways;
    struct look *path;
    int searches;
    bool gives_way[RANK_CELL + 1]; /* by more than to the two units next to it */
};

struct controlled *controlled_new(int64_t unit, struct arena *arena)
{
    assert(unit > 0);
    struct controlled *network = arena_take(arena, 1, sizeof *network);
    *network = (struct controlled){ .arena = arena, .unit = unit };
    controlled_sum(network);
    return network;
}

int controlled_sum(struct controlled *network)
{
    *list_add(&network->nodes, network->arena) = (struct node){ 0 };
    return network->nodes.count - 1;
}

static int64_t whole_below(int64_t exact, int64_t unit)
{
    return exact - exact % unit - (exact % unit < 0 ? unit : 0);
}

int controlled_figure(struct controlled *network, int from, int to, int64_t exact, enum controlled_rank rank)
{
    int64_t low = whole_below(exact, network->unit);
    assert(from != to || from == CONTROLLED_GROUND);
    *list_add(&network->figures, network->arena) = (struct figure){ .from = from,
                                                                    .to = to,
                                                                    .exact = exact,
                                                                    .at = exact,
                                                                    .low = low,
                                                                    .high = low + (exact > low ? network->unit : 0),
                                                                    .rank = rank };
    /* In no sum at all. */
    if (from == to)
        controlled_fix(network, network->figures.count - 1, round_quotient(exact, network->unit));
    return network->figures.count - 1;
}

void controlled_fix(struct controlled *network, int number, int64_t whole)
{
    struct figure *figure = &network->figures.items[number];
    figure->at = figure->low = figure->high = whole * network->unit;
    figure->is_fixed = true;
}

/* What the nodes have too much or too little of. */
static void measure(const struct controlled *network)
{
    for (int i = 0; i < network->figures.count; i++) {
        const struct figure *figure = &network->figures.items[i];
        network->nodes.items[figure->from].excess -= figure->at;
        network->nodes.items[figure->to].excess += figure->at;
    }
}

/* The figures of each node, in reading order: those that can move between their bounds, or all that are not fixed. */
static void link_figures(struct controlled *network, bool all)
{
    struct node *nodes = network->nodes.items;
    int at = 0;
    for (int n = 0; n < network->nodes.count; n++)
        nodes[n].count = 0;
    for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < network->figures.count; i++) {
            struct figure *figure = &network->figures.items[i];
            const int ends[] = { figure->from, figure->to };
            bool moves = !figure->is_fixed && (all || figure->low < figure->high);
            for (int end = 0; end < 2 && moves; end++) {
                struct node *node = &nodes[ends[end]];
                figure->place[end] = node->first + node->count++;
                if (pass)
                    network->ways[figure->place[end]] = i;
            }
        }
        for (int n = 0; n < network->nodes.count && !pass; n++) {
            nodes[n].first = at;
            at += nodes[n].count;
            nodes[n].count = 0;
        }
    }
}

/* No search comes by it any more. */
static void leave_out(struct controlled *network, int number)
{
    struct figure *figure = &network->figures.items[number];
    const int ends[] = { figure->from, figure->to };
    for (int end = 0; end < 2; end++) {
        struct node *node = &network->nodes.items[ends[end]];
        int last = network->ways[node->first + --node->count];
        struct figure *moved = &network->figures.items[last];
        bool is_to = moved->place[1] == node->first + node->count;
        network->ways[figure->place[end]] = last;
        moved->place[is_to] = figure->place[end];
    }
    figure->is_fixed = true;
}

/* By how much it may be raised or lowered. */
static int64_t room(const struct controlled *network, const struct figure *figure, bool lowers)
{
    int64_t within = lowers ? figure->at - figure->low : figure->high - figure->at;
    if (within > 0)
        return within;
    return network->gives_way[figure->rank] ? INT64_MAX : 0;
}

/* Where a search ends: at a node, or at any that can take what the start has too much of. */
enum { ANY_NODE = -1, NOWHERE = -1 };

static bool is_end(const struct controlled *network, int node, int goal, int64_t excess)
{
    if (goal != ANY_NODE)
        return node == goal;
    int64_t own = network->nodes.items[node].excess;
    return node == CONTROLLED_GROUND || (excess > 0 ? own < 0 : own > 0);
}

/* How far a search goes: so many figures on the way, so many looked at; −1: no matter how many. */
struct reach {
    int longest, looks;
};

/* Those before the one that it went on by are mostly at their bounds. */
static void remember(const struct controlled *network, int depth)
{
    for (int d = 0; d <= depth; d++) {
        struct node *node = &network->nodes.items[network->path[d].node];
        node->begin = (node->begin + network->path[d].next - 1) % node->count;
    }
}

/* A way from `start`, not by the figure `without`, over figures that have room, along which a flow out of it (`forth`)
   or into it is sent. Returns the node where it ends. */
static int search(struct controlled *network, int start, int goal, bool forth, int without, struct reach reach)
{
    struct node *nodes = network->nodes.items;
    int depth = 0, stamp = ++network->searches;
    network->path[0] = (struct look){ start, 0 };
    nodes[start].reached = stamp;
    while (depth >= 0 && reach.looks--) {
        struct look *look = &network->path[depth];
        const struct node *node = &nodes[look->node];
        if (look->next == node->count) {
            depth--;
            continue;
        }
        int number = network->ways[node->first + (node->begin + look->next++) % node->count];
        const struct figure *figure = &network->figures.items[number];
        bool is_from = figure->from == look->node, lowers = is_from != forth;
        int next = is_from ? figure->to : figure->from;
        if (number == without || nodes[next].reached == stamp || !room(network, figure, lowers))
            continue;
        nodes[next].reached = stamp;
        nodes[next].by = number;
        if (is_end(network, next, goal, nodes[start].excess)) {
            remember(network, depth);
            return next;
        }
        if (depth + 1 != reach.longest)
            network->path[++depth] = (struct look){ next, 0 };
    }
    return NOWHERE;
}

/* The way that the last search found, back from its end: the figure by which it came to a node, and where from. */
static struct figure *step_back(const struct controlled *network, int *node, bool forth, bool *lowers)
{
    struct figure *figure = &network->figures.items[network->nodes.items[*node].by];
    *lowers = (figure->to == *node) != forth;
    *node = figure->to == *node ? figure->from : figure->to;
    return figure;
}

/* Sends so much along it, or as much as there is room for; returns how much. */
static int64_t send(const struct controlled *network, int start, int end, bool forth, int64_t most)
{
    bool lowers;
    for (int node = end; node != start;) {
        const struct figure *figure = step_back(network, &node, forth, &lowers);
        int64_t has = room(network, figure, lowers);
        most = has < most ? has : most;
    }
    for (int node = end; node != start;) {
        struct figure *figure = step_back(network, &node, forth, &lowers);
        figure->at += lowers ? -most : most;
        int64_t below = whole_below(figure->at, network->unit);
        figure->low = below < figure->low ? below : figure->low;
        figure->high = figure->at > figure->high ? below + network->unit * (figure->at > below) : figure->high;
    }
    return most;
}

/* Short ways first: they move what lies beside it. */
static const struct reach reaches[] = { { 4, 60 }, { 12, 4000 }, { -1, -1 } };
enum { REACHES = sizeof reaches / sizeof *reaches };

/* What was decided may not be what the rest comes to: that is sent on until it does. */
static void balance(struct controlled *network, int start)
{
    struct node *node = &network->nodes.items[start];
    for (int reach = 0; node->excess && reach < REACHES;) {
        bool forth = node->excess > 0;
        int end = search(network, start, ANY_NODE, forth, -1, reaches[reach]);
        if (end == NOWHERE) {
            reach++;
            continue;
        }
        struct node *other = &network->nodes.items[end];
        int64_t most = forth ? node->excess : -node->excess, takes = forth ? -other->excess : other->excess;
        most = end != CONTROLLED_GROUND && takes < most ? takes : most;
        int64_t sent = send(network, start, end, forth, most);
        node->excess -= forth ? sent : -sent;
        other->excess += forth ? sent : -sent;
    }
}

static bool balance_all(struct controlled *network)
{
    bool is_right = true;
    for (int n = CONTROLLED_GROUND + 1; n < network->nodes.count; n++) {
        balance(network, n);
        is_right = is_right && !network->nodes.items[n].excess;
    }
    return is_right;
}

/* Within the bounds of what is not decided, or else beyond them. */
static void make_right(struct controlled *network)
{
    static const enum controlled_rank order[] = { RANK_GROUP, RANK_LINE, RANK_YEAR, RANK_WHOLE, RANK_CELL, RANK_GAP };
    link_figures(network, false);
    if (balance_all(network))
        return;
    link_figures(network, true);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        network->gives_way[order[i]] = true;
        if (balance_all(network))
            break;
    }
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        network->gives_way[i] = false;
    link_figures(network, false);
}

/* Brings it to a whole unit or as near as others let it. */
static void bring(struct controlled *network, int number, int64_t to, struct reach reach)
{
    struct figure *figure = &network->figures.items[number];
    while (figure->at != to) {
        /* From the end with fewer figures, along a cycle that this figure closes. */
        bool lowers = figure->at > to;
        bool at_from = network->nodes.items[figure->from].count < network->nodes.items[figure->to].count;
        int start = at_from ? figure->from : figure->to, goal = at_from ? figure->to : figure->from;
        bool forth = at_from == lowers;
        int end = search(network, start, goal, forth, number, reach);
        if (end == NOWHERE)
            return;
        int64_t sent = send(network, start, end, forth, lowers ? figure->at - to : to - figure->at);
        figure->at += lowers ? -sent : sent;
    }
}

static void settle(struct controlled *network, int number)
{
    struct figure *figure = &network->figures.items[number];
    int64_t unit = network->unit, nearest = round_quotient(figure->exact, unit) * unit;
    nearest = nearest < figure->low ? figure->low : nearest > figure->high ? figure->high : nearest;
    for (int i = 0; i < REACHES; i++)
        /* What is whole already and not the nearest is not worth a long search. */
        if (!i || figure->at % unit)
            bring(network, number, nearest, reaches[i]);
    /* What lies between its bounds can be brought to both, unless what was decided cannot stand together. */
    if (figure->at % unit)
        figure->at = nearest;
    leave_out(network, number);
}

/* One whose turn comes. */
struct turn {
    int number;
    enum controlled_rank rank;
    int64_t doubt; /* how near it is to a half */
    bool is_down;  /* its nearest unit is nearer to zero */
};

/* Among equals the first of a list is the one that is raised, and a negative list does as its opposite. */
static int by_turn(const void *a, const void *b)
{
    const struct turn *one = a, *other = b;
    if (one->rank != other->rank)
        return one->rank < other->rank ? -1 : 1;
    if (one->doubt != other->doubt)
        return one->doubt < other->doubt ? -1 : 1;
    if (one->is_down != other->is_down)
        return one->is_down ? 1 : -1;
    return one->is_down ? other->number - one->number : one->number - other->number;
}

static struct turn turn_of(const struct controlled *network, int number)
{
    const struct figure *figure = &network->figures.items[number];
    int64_t size = figure->exact < 0 ? -figure->exact : figure->exact, rest = 2 * (size % network->unit);
    bool is_down = rest < network->unit;
    return (struct turn){ number, figure->rank, is_down ? rest : 2 * network->unit - rest, is_down };
}

void controlled_round(struct controlled *network)
{
    int count = network->figures.count, turns = 0;
    struct turn *turn = arena_take(network->arena, (size_t)count, sizeof *turn);
    assert(!network->ways);
    network->ways = arena_take(network->arena, 2 * (size_t)count, sizeof *network->ways);
    network->path = arena_take(network->arena, (size_t)network->nodes.count, sizeof *network->path);
    measure(network);
    make_right(network);
    for (int i = 0; i < count; i++)
        if (!network->figures.items[i].is_fixed && network->figures.items[i].low < network->figures.items[i].high)
            turn[turns++] = turn_of(network, i);
    sort_array(turn, turns, by_turn, network->arena);
    for (int i = 0; i < turns; i++)
        settle(network, turn[i].number);
}

int64_t controlled_whole(const struct controlled *network, int number)
{
    return network->figures.items[number].at / network->unit;
}
