"""What one request does in the database as a script for the yardsticks, read from PostgreSQL's log.

The server does the same thing twice while `log_statement` is on. What differs between the two times
(ids, tokens) becomes different for each run of the script; the rest stays as it was.
So the yardsticks always run the statements that the product runs.
"""
import re
from dataclasses import dataclass

ENTRY = re.compile(r"^\S+ \S+ \S+ \[(\d+)\] (\w+):  (.*)$")
PARAMETER = re.compile(r"\$(\d+) = (NULL|'(?:[^']|'')*')", re.DOTALL)
UNIQUE_DIGITS = 12


@dataclass
class Statement:
    sql: str
    values: list  # text, or None for NULL


def logged(text):
    """Transactions in the log, each a list of statements, in order of their end."""
    entries = []
    for line in text.splitlines():
        match = ENTRY.match(line)
        if match:
            entries.append([match[1], match[2], match[3]])
        elif entries:
            entries[-1][2] += "\n" + line.removeprefix("\t")
    open_by_process, done = {}, []
    for process, kind, words in entries:
        if kind == "DETAIL" and words.startswith("parameters: "):
            statements = open_by_process.get(process)
            if statements:
                statements[-1].values = [
                    None if value == "NULL" else value[1:-1].replace("''", "'")
                    for _, value in PARAMETER.findall(words)
                ]
            continue
        match = re.match(r"(?:statement|execute [^:]+): (.*)", words, re.DOTALL)
        if kind != "LOG" or not match:
            continue
        sql = match[1].strip().rstrip(";")
        if re.match(r"(BEGIN|START TRANSACTION)", sql, re.I):
            open_by_process[process] = [Statement(sql, [])]
        elif process in open_by_process:
            open_by_process[process].append(Statement(sql, []))
            if re.match(r"(COMMIT|ROLLBACK)", sql, re.I):
                done.append(open_by_process.pop(process))
    return done


def template(first, second):
    """All transactions of one request in order, with `@k@` where the two requests differ."""
    first = [statement for one in first for statement in one]
    second = [statement for one in second for statement in one]
    if [one.sql for one in first] != [one.sql for one in second]:
        raise RuntimeError("the two requests ran different statements")
    symbols = {}
    for one, two in zip(first, second):
        for a, b in zip(one.values, two.values):
            if a != b and a and b and not a.isdigit() and "{" not in b and not b.startswith("\\x"):
                symbols.setdefault(b, len(symbols) + 1)

    def marked(a, b):
        if a == b or b is None or b.startswith("\\x"):
            return b
        for value, number in sorted(symbols.items(), key=lambda pair: -len(pair[0])):
            left = value[:-UNIQUE_DIGITS] if len(value) >= UNIQUE_DIGITS else ""
            b = b.replace(value, f"{left}@{number}@")
        return b

    return [
        Statement(one.sql, [marked(a, b) for a, b in zip(one.values, two.values)])
        for one, two in zip(first, second)
        if not re.match(r"(SAVEPOINT|RELEASE)", one.sql, re.I)
    ]


def for_pgbench(statements):
    """A pgbench script; its variable `u` makes each transaction's values its own."""

    def quoted(text):
        # pgbench takes a colon before a letter for a variable, in quotes too.
        whole = "'" + text.replace("'", "''") + "'"
        return re.sub(r":(?=\w)", "' || chr(58) || '", whole)

    def literal(value):
        if value is None:
            return "NULL"
        pieces = re.split(r"(@\d+@)", value)
        texts = [
            f"lpad(:u::text, 10, '0') || '{int(piece.strip('@')):02d}'"
            if re.fullmatch(r"@\d+@", piece) else quoted(piece)
            for piece in pieces if piece
        ]
        joined = " || ".join(texts)
        return f"({joined})" if " || " in joined else joined or "''"

    lines = [r"\set u random(1, 9999999999)"]
    for one in statements:
        sql = re.sub(r"\$(\d+)", lambda match: literal(one.values[int(match[1]) - 1]), one.sql)
        lines.append(" ".join(sql.split())+ ";")
    return "\n".join(lines) + "\n"


def for_sqlite(statements):
    """The same for rawsqlite.c; what only PostgreSQL knows is left out."""
    lines = []
    for at, one in enumerate(statements):
        if re.match(r"(BEGIN|START)", one.sql, re.I):
            writes = False
            for later in statements[at + 1:]:
                if re.match(r"(COMMIT|ROLLBACK)", later.sql, re.I):
                    break
                writes = writes or not later.sql.lstrip().upper().startswith("SELECT")
            lines += ["BEGIN IMMEDIATE" if writes else "BEGIN", ""]
            continue
        if re.search(r"pg_|SET LOCAL|set_config", one.sql):
            continue
        sql = re.sub(r"\s+FOR (NO KEY )?(UPDATE|SHARE)( OF \w+)?( SKIP LOCKED)?", "", one.sql)
        lines.append(" ".join(re.sub(r"\$(\d+)", r"?\1", sql).split()))
        for value in one.values:
            if value is None:
                lines.append("n")
            elif value in ("t", "f", "true", "false"):
                lines.append(f"i {1 if value[0] == 't' else 0}")
            elif value.startswith("\\x"):
                lines.append(f"x {value[2:]}")
            else:
                lines.append("t " + value.replace("\n", " "))
        lines.append("")
    return "\n".join(lines) + "\n"
