// SPDX-License-Identifier: GPL-3.0-or-later
// One call that makes, loads, solves, reads and frees a GLPK problem on the calling thread.
//
// GLPK ends the process on misuse and prints to standard output. Here its abort is caught by a jump that stays inside C,
// its printing is switched off, and its environment is freed, so that nothing is left behind on the thread.
#ifndef CGLPK_GUARD_H
#define CGLPK_GUARD_H
#include <stddef.h>
#include <stdint.h>

enum symbio_status { SYMBIO_BASIC = 0, SYMBIO_LOWER = 1, SYMBIO_UPPER = 2, SYMBIO_FREE = 3, SYMBIO_FIXED = 4 };

// A linear program by columns, positions from 0; a bound that does not exist is an infinity.
typedef struct {
    int32_t columns, rows;
    const double *cost, *lower, *upper, *row_lower, *row_upper;
    const int32_t *starts, *row_index;
    const double *values;
    const uint8_t *integer;       // per column, or NULL
    const uint8_t *start_columns; // a basis to start from, or NULL
    const uint8_t *start_rows;
} symbio_program;

typedef struct {
    int32_t time_limit_ms; // at most INT32_MAX
    int32_t use_dual;      // dual simplex in place of primal
    int32_t scale;         // let GLPK scale the matrix
    double relative_gap;   // of a search with integers: it may end within this share of the bound
    int32_t node_limit;    // of a search with integers: it ends after so many nodes, 0 for no limit
    const double *incumbent; // of a search with integers: a point to begin with, one value a column from element 1 on, or NULL
    int (*should_stop)(void *); // polled now and then; NULL for never
    void *context;
} symbio_options;

typedef struct {
    int32_t failed;      // 1 where GLPK aborted; message says why
    int32_t code;        // GLPK's return code
    int32_t status, primal_status, dual_status; // GLPK's codes
    int32_t cancelled, out_of_nodes, iterations;
    double objective, bound;
    char message[512];
    double *column_values, *row_duals;      // of the caller, columns and rows long
    uint8_t *basis_columns, *basis_rows;    // likewise
} symbio_result;

void symbio_solve(const symbio_program *program, const symbio_options *options, symbio_result *result);
// Bytes that GLPK holds on this thread.
size_t symbio_memory_in_use(void);
const char *symbio_glpk_version(void);
#endif
