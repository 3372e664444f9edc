// SPDX-License-Identifier: GPL-3.0-or-later
#include "CHeap.h"
#include <limits.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

void symbio_prepare_heap(size_t room, size_t large) {
    const size_t page = (size_t)2 << 20;
    // More than what the heap has left at the start of a process, so that it has to grow.
    const size_t block = 160 << 10, header = 64;
    // The largest threshold that the library takes: what is smaller comes from the heap and goes back to it.
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
    // The first block that does not fit makes the heap grow by so much at once; after that it grows by single pages.
    mallopt(M_TOP_PAD, (int)(room < INT_MAX ? room : INT_MAX));
    // The block ends, and what the library notes of the rest behind it stands, right before a large page: a page of which a small one has been
    // touched stays small.
    sbrk((intptr_t)((page - ((uintptr_t)sbrk(0) + block + header) % page) % page));
    void *volatile first = malloc(block);
    mallopt(M_TOP_PAD, (int)page);
    uintptr_t start = ((uintptr_t)first + block + page - 1) / page * page, end = (uintptr_t)sbrk(0) / page * page;
    if (first && start < end) madvise((void *)start, large < end - start ? large : end - start, MADV_HUGEPAGE);
    free(first);
}
