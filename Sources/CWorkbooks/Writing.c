// SPDX-License-Identifier: GPL-3.0-or-later
#include "CWorkbooks.h"
#include "Opening.h"

static symbio_xlsxwriter functions;
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_once(void) {
    // The version of the structures that the header describes.
    void *library = symbio_open_library("libxlsxwriter.so." LXW_SOVERSION);
    is_open = library SYMBIO_XLSXWRITER_FUNCTIONS(SYMBIO_BIND);
}

const symbio_xlsxwriter *symbio_open_xlsxwriter(void) {
    pthread_once(&once, open_once);
    return is_open ? &functions : NULL;
}
