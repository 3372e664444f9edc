// SPDX-License-Identifier: GPL-3.0-or-later
// How the C library's allocator, from which Swift takes its memory too, is to take it from the system.
#ifndef CHEAP_H
#define CHEAP_H

#include <stddef.h>

// Keeps what has been given back for what is asked for next. The heap grows by `room` bytes at first, of which `large` are put in large pages where the
// system has some: a small page costs a fault for each 4 KB. No more than that, as a virtual machine may have given its free large pages back to its host,
// and to have one again costs thirty times as much as one at hand; what programs have let go last comes in small pages. No memory is used before it
// is touched. Where the system refuses, everything goes on as it would have. To be called once, before there are threads.
void symbio_prepare_heap(size_t room, size_t large);

#endif
