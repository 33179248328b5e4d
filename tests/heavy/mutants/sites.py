"""Where a source can be changed, and how: the operators of mutation testing, found in clang's own tree."""

import hashlib
import re
from collections import Counter, namedtuple

from clang.cindex import Cursor, CursorKind as Kind, Index, StorageClass, TypeKind

# A change of the bytes [start, end) of a source. `form` makes the expression that does either, by the number of the
# mutant. `name` stays when other lines of the source change: file, function, what stands there, what becomes of it, and
# which of those that are alike.
Site = namedtuple("Site", "file start end line function was becomes form which")

BOUNDARIES = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
LOGICAL = {"&&": "||", "||": "&&"}
ARITHMETIC = {"+": "-", "-": "+", "*": "+"}
STATEMENTS = (Kind.CALL_EXPR, Kind.COMPOUND_ASSIGNMENT_OPERATOR)
# What the compiler must know, and what only says what must hold.
CONSTANT = (Kind.INIT_LIST_EXPR, Kind.CASE_STMT, Kind.CXX_UNARY_EXPR, Kind.ENUM_DECL)


def site_name(site: Site) -> str:
    which = f" #{site.which}" if site.which else ""
    return f"{site.file} {site.function}: {site.was} -> {site.becomes}{which}"


def site_rank(site: Site, seed: int) -> str:
    """A draw that stays when other code changes: the lowest ranks are taken."""
    return hashlib.sha256(f"{seed} {site_name(site)}".encode()).hexdigest()


class Source:
    def __init__(self, root: str, file: str, arguments: list[str]):
        self.file = file
        self.bytes = open(f"{root}/{file}", "rb").read()
        self.unit = Index.create().parse(f"{root}/{file}", args=arguments)
        self.sites: list[Site] = []
        self.alike: Counter = Counter()
        faults = [d.spelling for d in self.unit.diagnostics if d.severity >= 3]
        if faults:
            raise SystemExit(f"{file}: clang cannot read it: {faults[0]}")

    def text(self, start: int, end: int) -> str:
        return self.bytes[start:end].decode()

    def span(self, cursor: Cursor) -> tuple[int, int]:
        return cursor.extent.start.offset, cursor.extent.end.offset

    def add(self, cursor: Cursor, function: str, becomes: str, form: str) -> None:
        start, end = self.span(cursor)
        was = " ".join(self.text(start, end).split())
        line = cursor.extent.start.line
        shown = " ".join(becomes.split())
        key = (function, was, shown)
        self.sites.append(Site(self.file, start, end, line, function, was, shown, form, self.alike[key]))
        self.alike[key] += 1

    def is_ours(self, cursor: Cursor) -> bool:
        """Written here as it stands, not by a macro of another file, and no assertion."""
        start, end = self.span(cursor)
        if not cursor.location.file or not cursor.location.file.name.endswith(self.file) or end <= start:
            return False
        line = self.bytes[self.bytes.rfind(b"\n", 0, start) + 1 : self.bytes.find(b"\n", end)]
        return b"assert(" not in line

    def take_operator(self, cursor: Cursor, function: str) -> None:
        left, right = list(cursor.get_children())
        start, end = self.span(cursor)
        (left_start, left_end), (right_start, right_end) = self.span(left), self.span(right)
        operator = self.text(left_end, right_start).strip()
        other = BOUNDARIES.get(operator) or LOGICAL.get(operator) or ARITHMETIC.get(operator)
        pointers = [side.type.get_canonical().kind in (TypeKind.POINTER, TypeKind.CONSTANTARRAY) for side in (left, right)]
        if not other or (left_start, right_end) != (start, end) or (operator in ARITHMETIC and any(pointers)):
            return
        if operator in ("<", "<=", ">", ">=") and any(pointers):
            return
        one, two = self.text(left_start, left_end), self.text(right_start, right_end)
        changed = f"{one} {other} {two}"
        self.add(cursor, function, changed, f"(mutant({{0}}) ? ({changed}) : ({self.text(start, end)}))")

    def take_number(self, cursor: Cursor, function: str) -> None:
        text = self.text(*self.span(cursor))
        if re.fullmatch(r"\d+", text):
            self.add(cursor, function, f"{text} + 1", f"(mutant({{0}}) ? {int(text) + 1} : {text})")

    def take_condition(self, statement: Cursor, function: str) -> None:
        condition = next(statement.get_children())
        if self.is_ours(condition):
            text = self.text(*self.span(condition))
            self.add(condition, function, f"!({text})", f"(mutant({{0}}) ? !({text}) : !!({text}))")

    def take_statement(self, cursor: Cursor, function: str) -> None:
        text = self.text(*self.span(cursor))
        # A macro of several parts stands for more than its name and arguments.
        if cursor.kind == Kind.CALL_EXPR and not re.match(rf"{re.escape(cursor.spelling or '?')}\(", text):
            return
        self.add(cursor, function, "nothing", f"(mutant({{0}}) ? (void)0 : (void)({text}))")

    def walk(self, cursor: Cursor, function: str) -> None:
        if cursor.kind in CONSTANT or (cursor.kind == Kind.VAR_DECL and cursor.storage_class == StorageClass.STATIC):
            return
        if cursor.kind == Kind.VAR_DECL and cursor.type.kind in (TypeKind.CONSTANTARRAY, TypeKind.VARIABLEARRAY):
            return
        if self.is_ours(cursor):
            if cursor.kind == Kind.BINARY_OPERATOR:
                self.take_operator(cursor, function)
            elif cursor.kind == Kind.INTEGER_LITERAL:
                self.take_number(cursor, function)
            elif cursor.kind == Kind.IF_STMT:
                self.take_condition(cursor, function)
        for number, child in enumerate(cursor.get_children()):
            is_statement = cursor.kind == Kind.COMPOUND_STMT or (cursor.kind == Kind.IF_STMT and number > 0)
            if is_statement and child.kind in STATEMENTS and self.is_ours(child):
                self.take_statement(child, function)
            self.walk(child, function)

    def find(self) -> list[Site]:
        for cursor in self.unit.cursor.get_children():
            if cursor.kind == Kind.FUNCTION_DECL and cursor.is_definition() and self.is_ours(cursor):
                self.walk(cursor, cursor.spelling)
        return self.sites


def draw(sites: list[Site], count: int, seed: int, taken: list[Site]) -> list[Site]:
    """`taken`, and the `count` of lowest rank that lie over none of those before them."""
    drawn = list(taken)
    for site in sorted(sites, key=lambda one: site_rank(one, seed)):
        if len(drawn) == count + len(taken):
            break
        if all(site.file != one.file or site.end <= one.start or one.end <= site.start for one in drawn):
            drawn.append(site)
    return drawn
