/* What Raccolto asks of libxmlsec1, OpenSSL and zlib, in plain C types: macros and variadic calls stay in the C files.
   Every function copies what it is given; what it answers in a raccolto_bytes is freed by raccolto_bytes_free. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef struct {
  uint8_t *bytes;
  size_t count;
} raccolto_bytes;
void raccolto_bytes_free(raccolto_bytes held);

enum {
  RACCOLTO_XMLSEC_OK = 0,
  RACCOLTO_XMLSEC_UNREADABLE = 1, /* not the XML, key or certificate it should be */
  RACCOLTO_XMLSEC_SHAPE = 2,      /* no element of that ID, or not exactly one Signature in it */
  RACCOLTO_XMLSEC_WRONG = 3,      /* the signature does not hold under this key */
  RACCOLTO_XMLSEC_WEAK = 4,       /* an RSA key under 2048 bits, or no RSA key */
  RACCOLTO_XMLSEC_FAILED = 5,     /* the library itself failed */
};

/* Starts the libraries; safe to call often and from any thread. */
int raccolto_xmlsec_start(void);

/* Verifies the one Signature that is a child of the element with this ID, with the certificate's key and no other;
   `verified` is the canonical text whose digest the signature covers, as libxmlsec1 digested it. */
int raccolto_xml_verify(const uint8_t *xml, size_t count, const char *id,
                        const uint8_t *certificate, size_t certificate_count, raccolto_bytes *verified);

/* Fills in the Signature template that is a child of the element with this ID. The key is PEM. */
int raccolto_xml_sign(const uint8_t *xml, size_t count, const char *id, const char *key, size_t key_count,
                      raccolto_bytes *document);

/* RSA PKCS#1 v1.5 over SHA-256, as the redirect binding signs its query. `bits` is 256, 384 or 512. */
int raccolto_rsa_sign(const uint8_t *text, size_t count, const char *key, size_t key_count, raccolto_bytes *signature);
int raccolto_rsa_verify(const uint8_t *text, size_t count, int bits, const uint8_t *signature, size_t signature_count,
                        const uint8_t *certificate, size_t certificate_count);

/* DEFLATE without header, for the redirect binding. */
int raccolto_deflate(const uint8_t *text, size_t count, raccolto_bytes *packed);
int raccolto_inflate(const uint8_t *packed, size_t count, size_t count_max, raccolto_bytes *text);

/* What a certificate says: seconds since 1970 of its end, size of its RSA key (0 for another kind), whether the
   private key (PEM; none: NULL) is its own. */
typedef struct {
  int64_t not_before;
  int64_t not_after;
  int rsa_bits;
  int has_key;
} raccolto_certificate;
int raccolto_certificate_read(const uint8_t *certificate, size_t count, const char *key, size_t key_count,
                              raccolto_certificate *read);
/* The DER of a PEM certificate. */
int raccolto_certificate_der(const char *pem, size_t count, raccolto_bytes *der);

/* A development key and self-signed certificate by the profile of AgID's Avviso 29. */
typedef struct {
  const char *common_name, *organisation, *locality, *country, *uri, *organisation_identifier, *policy;
  int days, bits;
} raccolto_certificate_wish;
int raccolto_certificate_make(const raccolto_certificate_wish *wish, raccolto_bytes *key, raccolto_bytes *certificate);
