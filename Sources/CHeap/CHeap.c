// SPDX-License-Identifier: GPL-3.0-or-later
#include "CHeap.h"
#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void symbio_prepare_heap(size_t bytes) {
    // A small scenario fits before the first large page, which costs half a millisecond to clear.
    const size_t page = (size_t)2 << 20, small = (size_t)4 << 20;
    // The largest threshold that the library takes: what is smaller comes from the heap and goes back to it.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    // The first block that does not fit makes the heap grow by so much at once; after that it grows by single pages.
    mallopt(M_TOP_PAD, (int)(bytes < INT_MAX ? bytes : INT_MAX));
    void *volatile first = malloc(page);
    mallopt(M_TOP_PAD, (int)page);
    uintptr_t start = ((uintptr_t)first + small + page - 1) / page * page, end = (uintptr_t)sbrk(0) / page * page;
    if (first && start < end) madvise((void *)start, end - start, MADV_HUGEPAGE);
    free(first);
}
