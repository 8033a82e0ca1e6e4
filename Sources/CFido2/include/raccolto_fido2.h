/* What Raccolto asks of libfido2, and of libcbor underneath it, in plain C types. Nothing that is given is kept. */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum {
  RACCOLTO_FIDO_OK = 0,
  RACCOLTO_FIDO_UNREADABLE = 1, /* not the structure it should be, to the last byte */
  RACCOLTO_FIDO_SITE = 2,       /* made for another relying party */
  RACCOLTO_FIDO_FLAGS = 3,      /* nobody was there, or nobody was recognised */
  RACCOLTO_FIDO_KEY = 4,        /* no key of a kind that is taken here */
  RACCOLTO_FIDO_WRONG = 5,      /* the signature does not hold */
  RACCOLTO_FIDO_FAILED = 6,     /* the library itself failed */
};

enum { RACCOLTO_FIDO_ID_MAX = 1023, RACCOLTO_FIDO_KEY_MAX = 512 };

/* A new credential. `algorithm` is COSE's number, `key` the form in which libfido2 takes it again. */
typedef struct {
  int algorithm;
  uint8_t id[RACCOLTO_FIDO_ID_MAX], key[RACCOLTO_FIDO_KEY_MAX];
  size_t id_count, key_count;
  uint8_t flags;
  uint32_t sign_count;
} raccolto_credential;

/* Reads an attestation object. Its statement is ignored: who made the authenticator is not asked. */
int raccolto_fido_credential(const uint8_t *attestation, size_t count, const char *site,
                             raccolto_credential *credential);

/* What an authenticator says when it is asked to sign. */
typedef struct {
  const uint8_t *client_data_hash; /* 32 bytes */
  const uint8_t *authenticator_data, *signature;
  size_t authenticator_data_count, signature_count;
} raccolto_assertion;

/* Verifies an assertion by libfido2, with this key and no other. */
int raccolto_fido_verify(const raccolto_assertion *assertion, const char *site, int algorithm, const uint8_t *key,
                         size_t key_count, uint8_t *flags, uint32_t *sign_count);
