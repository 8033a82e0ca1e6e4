/* Sends prepared HTTP requests over a fixed number of kept-alive connections and says how fast they
   were answered. Usage: httpload PORT CONNECTIONS COUNT FILE
   FILE holds requests, each preceded by its length in bytes on a line of its own; they are sent in
   order, from the start again when COUNT is larger. Prints one line of JSON; exits 1 on any fault. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { reply_bytes_max = 4 << 20 };

typedef struct { const char *bytes; size_t length; } request;

static request *requests;
static long request_count, total;
static int port;
static atomic_long next;
static atomic_long by_status[600];
static double *latencies;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static void load(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) fail(path);
  size_t capacity = 1024;
  requests = malloc(capacity * sizeof *requests);
  long length;
  while (fscanf(file, "%ld\n", &length) == 1) {
    if ((size_t)request_count == capacity) {
      capacity *= 2;
      requests = realloc(requests, capacity * sizeof *requests);
    }
    char *bytes = malloc(length);
    if (fread(bytes, 1, length, file) != (size_t)length) fail("short request");
    requests[request_count++] = (request){bytes, length};
  }
  fclose(file);
  if (request_count == 0) fail("no requests");
}

static int connected(void) {
  int handle = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int one = 1;
  setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  if (connect(handle, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
  return handle;
}

/* The number of bytes of a whole reply at the start of the buffer, 0 if more must be read. */
static size_t reply_size(char *buffer, size_t have) {
  char *end = memmem(buffer, have, "\r\n\r\n", 4);
  if (!end) return 0;
  size_t head = end + 4 - buffer;
  char saved = buffer[head - 1];
  buffer[head - 1] = 0;
  char *length = strcasestr(buffer, "\r\ncontent-length:");
  char *chunked = strcasestr(buffer, "\r\ntransfer-encoding: chunked");
  buffer[head - 1] = saved;
  if (chunked) {
    char *last = memmem(buffer + head, have - head, "0\r\n\r\n", 5);
    return last ? (size_t)(last + 5 - buffer) : 0;
  }
  size_t size = head + (length ? strtoul(length + 17, NULL, 10) : 0);
  return have >= size ? size : 0;
}

static void *work(void *unused) {
  (void)unused;
  char *buffer = malloc(reply_bytes_max + 1);
  int handle = connected();
  for (;;) {
    long at = atomic_fetch_add(&next, 1);
    if (at >= total) break;
    request *sent = &requests[at % request_count];
    double start = now();
    for (size_t done = 0; done < sent->length;) {
      ssize_t count = write(handle, sent->bytes + done, sent->length - done);
      if (count <= 0) fail("write");
      done += count;
    }
    size_t have = 0;
    while (reply_size(buffer, have) == 0) {
      if (have == reply_bytes_max) fail("reply too large");
      ssize_t count = read(handle, buffer + have, reply_bytes_max - have);
      if (count <= 0) fail("read");
      have += count;
    }
    latencies[at] = now() - start;
    int status = have > 12 ? atoi(buffer + 9) : 0;
    atomic_fetch_add(&by_status[status > 0 && status < 600 ? status : 0], 1);
  }
  close(handle);
  free(buffer);
  return NULL;
}

static int ascending(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

int main(int count, char **words) {
  if (count != 5) {
    fprintf(stderr, "usage: httpload PORT CONNECTIONS COUNT FILE\n");
    return 2;
  }
  port = atoi(words[1]);
  int connections = atoi(words[2]);
  total = atol(words[3]);
  load(words[4]);
  latencies = calloc(total, sizeof *latencies);
  pthread_t threads[connections];
  double start = now();
  for (int i = 0; i < connections; i++) pthread_create(&threads[i], NULL, work, NULL);
  for (int i = 0; i < connections; i++) pthread_join(threads[i], NULL);
  double seconds = now() - start;
  qsort(latencies, total, sizeof *latencies, ascending);
  printf("{\"per_second\": %.1f, \"p50_ms\": %.2f, \"p99_ms\": %.2f, \"status\": {", total / seconds,
         latencies[total / 2] * 1e3, latencies[total * 99 / 100] * 1e3);
  const char *comma = "";
  for (int status = 0; status < 600; status++) {
    if (by_status[status]) printf("%s\"%d\": %ld", comma, status, by_status[status]), comma = ", ";
  }
  printf("}}\n");
  return 0;
}
