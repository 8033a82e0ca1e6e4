/* libcurl's setopt is variadic, which Swift does not import: one typed function for each kind of value. */
#pragma once
#include <curl/curl.h>

CURLcode raccolto_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode raccolto_curl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode raccolto_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode raccolto_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value);
CURLcode raccolto_curl_set_write(CURL *handle, CURLoption option, curl_write_callback value);
CURLcode raccolto_curl_set_read(CURL *handle, CURLoption option, curl_read_callback value);
CURLcode raccolto_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode raccolto_curl_get_offset(CURL *handle, CURLINFO info, curl_off_t *value);
