// SPDX-License-Identifier: GPL-3.0-or-later
#include "CWorkbooks.h"
#include "Opening.h"

static symbio_zip functions;
static int is_open;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_once(void) {
    // Debian called it 4 until 2023 and then 5, as its authors do; what is used here is the same in both.
    void *library = symbio_open_library("libzip.so.5");
    if (!library) library = symbio_open_library("libzip.so.4");
    is_open = library SYMBIO_ZIP_FUNCTIONS(SYMBIO_BIND);
}

const symbio_zip *symbio_open_zip(void) {
    pthread_once(&once, open_once);
    return is_open ? &functions : NULL;
}
