/* What the C files of this target share. */
#pragma once
#include "raccolto_xmlsec.h"
#include <openssl/evp.h>
#include <openssl/x509.h>

int raccolto_bytes_copy(raccolto_bytes *to, const void *from, size_t count);
/* The RSA key of a DER certificate; NULL with the reason in `code`. */
EVP_PKEY *raccolto_key_of_certificate(const uint8_t *certificate, size_t count, int *code);
EVP_PKEY *raccolto_key_of_pem(const char *key, size_t count);
