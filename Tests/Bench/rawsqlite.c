/* The yardstick on SQLite: the same transactions as one of our requests, straight through the C
   library, each committed alone with synchronous=FULL.
   Usage: rawsqlite DATABASE COUNT SCRIPT
   SCRIPT: a statement on one line with ?1 ?2 …, then one line for each value: `t TEXT`, `i INTEGER`,
   `x HEX`, `n` for null; `@k@` in a text becomes twelve digits that differ for each request.
   An empty line ends a statement. Prints one line of JSON. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { statements_max = 64, values_max = 64, line_bytes_max = 1 << 20 };

typedef struct { char kind; char *text; } value;
typedef struct { sqlite3_stmt *compiled; int count; value values[values_max]; } statement;

static statement script[statements_max];
static int script_count;
static sqlite3 *database;

static void check(int code, const char *what) {
  if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
  fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(database));
  exit(1);
}

static void load(const char *path) {
  FILE *file = fopen(path, "r");
  if (!file) { perror(path); exit(1); }
  char *line = malloc(line_bytes_max);
  statement *open = NULL;
  while (fgets(line, line_bytes_max, file)) {
    line[strcspn(line, "\n")] = 0;
    if (!*line) {
      open = NULL;
    } else if (!open) {
      open = &script[script_count++];
      check(sqlite3_prepare_v3(database, line, -1, SQLITE_PREPARE_PERSISTENT, &open->compiled, NULL), line);
    } else {
      open->values[open->count++] = (value){line[0], strdup(line[0] == 'n' ? "" : line + 2)};
    }
  }
  free(line);
  fclose(file);
}

/* `abc@3@` becomes `abc` and twelve digits made of the transaction's number and 3. */
static void bind_text(sqlite3_stmt *compiled, int at, const char *text, long number) {
  char filled[8192];
  size_t length = 0;
  while (*text && length < sizeof filled - 16) {
    int symbol, used = 0;
    if (*text == '@' && sscanf(text, "@%d@%n", &symbol, &used) == 1 && used > 0) {
      length += snprintf(filled + length, 16, "%010ld%02d", number, symbol);
      text += used;
    } else {
      filled[length++] = *text++;
    }
  }
  sqlite3_bind_text(compiled, at, filled, (int)length, SQLITE_TRANSIENT);
}

static void bind_bytes(sqlite3_stmt *compiled, int at, const char *hex) {
  size_t length = strlen(hex) / 2;
  unsigned char *bytes = malloc(length + 1);
  for (size_t i = 0; i < length; i++) sscanf(hex + 2 * i, "%2hhx", &bytes[i]);
  sqlite3_bind_blob(compiled, at, bytes, (int)length, SQLITE_TRANSIENT);
  free(bytes);
}

static void run(statement *one, long number) {
  for (int i = 0; i < one->count; i++) {
    value *given = &one->values[i];
    switch (given->kind) {
    case 'i': sqlite3_bind_int64(one->compiled, i + 1, atoll(given->text)); break;
    case 'x': bind_bytes(one->compiled, i + 1, given->text); break;
    case 'n': sqlite3_bind_null(one->compiled, i + 1); break;
    default: bind_text(one->compiled, i + 1, given->text, number);
    }
  }
  int code;
  while ((code = sqlite3_step(one->compiled)) == SQLITE_ROW) {}
  check(code, sqlite3_sql(one->compiled));
  sqlite3_reset(one->compiled);
}

int main(int count, char **words) {
  if (count != 4) {
    fprintf(stderr, "usage: rawsqlite DATABASE COUNT SCRIPT\n");
    return 2;
  }
  check(sqlite3_open(words[1], &database), words[1]);
  sqlite3_busy_timeout(database, 10000);
  sqlite3_exec(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON",
               NULL, NULL, NULL);
  load(words[3]);
  long total = atol(words[2]);
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  long base = (t.tv_sec % 100000) * 100000;
  double start = t.tv_sec + t.tv_nsec * 1e-9;
  for (long number = 0; number < total; number++) {
    for (int i = 0; i < script_count; i++) run(&script[i], base + number);
  }
  clock_gettime(CLOCK_REALTIME, &t);
  printf("{\"per_second\": %.1f}\n", total / (t.tv_sec + t.tv_nsec * 1e-9 - start));
  return 0;
}
