// SPDX-License-Identifier: GPL-3.0-or-later
#include "CGLPKGuard.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// How many iterations GLPK makes before it is asked whether to go on: few at first, so that an early wish is heard early, and fewer in large
// programs, whose iterations take longer. Iterations and not time, because every slice begins with a new factorisation: cut by the clock, the
// last digits would depend on how busy the machine is.
#define FIRST_SLICE 100
#define LONGEST_SLICE(rows) (FIRST_SLICE + 2000000 / ((rows) + 100))

typedef struct {
    jmp_buf escape;
    const symbio_options *options;
    symbio_result *result;
    char text[512];
    int cancelled;
    const double *incumbent; // not yet handed to the tree; the value of column j at j
} guard;

// GLPK hands its texts here; the last one tells why it aborted.
static int on_text(void *info, const char *text) {
    guard *g = info;
    strncpy(g->text, text, sizeof g->text - 1);
    return 1;
}

static void on_abort(void *info) {
    guard *g = info;
    longjmp(g->escape, 1);
}

static int kind_of(double lower, double upper) {
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    if (isinf(upper)) return GLP_LO;
    return lower == upper ? GLP_FX : GLP_DB;
}

static int status_for(uint8_t status, int kind) {
    if (status == SYMBIO_BASIC) return GLP_BS;
    switch (kind) {
    case GLP_FR: return GLP_NF;
    case GLP_LO: return GLP_NL;
    case GLP_UP: return GLP_NU;
    case GLP_FX: return GLP_NS;
    default: return status == SYMBIO_UPPER ? GLP_NU : GLP_NL;
    }
}

static uint8_t status_from(int status) {
    switch (status) {
    case GLP_BS: return SYMBIO_BASIC;
    case GLP_NU: return SYMBIO_UPPER;
    case GLP_NF: return SYMBIO_FREE;
    case GLP_NS: return SYMBIO_FIXED;
    default: return SYMBIO_LOWER;
    }
}

static int longest_column(const symbio_program *m) {
    int longest = 0;
    for (int j = 0; j < m->columns; j++) {
        int length = m->starts[j + 1] - m->starts[j];
        if (length > longest) longest = length;
    }
    return longest;
}

// index and value hold one column, its entries from 1: GLPK does not read element 0.
static void load(glp_prob *p, const symbio_program *m, int *index, double *value) {
    if (m->rows > 0) glp_add_rows(p, m->rows);
    if (m->columns > 0) glp_add_cols(p, m->columns);
    for (int i = 0; i < m->rows; i++) glp_set_row_bnds(p, i + 1, kind_of(m->row_lower[i], m->row_upper[i]), m->row_lower[i], m->row_upper[i]);
    for (int j = 0; j < m->columns; j++) {
        int length = m->starts[j + 1] - m->starts[j];
        for (int k = 0; k < length; k++) {
            index[k + 1] = m->row_index[m->starts[j] + k] + 1;
            value[k + 1] = m->values[m->starts[j] + k];
        }
        glp_set_mat_col(p, j + 1, length, index, value);
        glp_set_col_bnds(p, j + 1, kind_of(m->lower[j], m->upper[j]), m->lower[j], m->upper[j]);
        glp_set_obj_coef(p, j + 1, m->cost[j]);
        if (m->integer != NULL && m->integer[j]) glp_set_col_kind(p, j + 1, GLP_IV);
    }
}

static int set_start(glp_prob *p, const symbio_program *m) {
    if (m->start_columns == NULL || m->start_rows == NULL) return 0;
    for (int i = 0; i < m->rows; i++) glp_set_row_stat(p, i + 1, status_for(m->start_rows[i], glp_get_row_type(p, i + 1)));
    for (int j = 0; j < m->columns; j++) glp_set_col_stat(p, j + 1, status_for(m->start_columns[j], glp_get_col_type(p, j + 1)));
    return glp_factorize(p) == 0;
}

static void read_back(glp_prob *p, const symbio_program *m, symbio_result *r) {
    r->status = glp_get_status(p);
    r->primal_status = glp_get_prim_stat(p);
    r->dual_status = glp_get_dual_stat(p);
    r->objective = glp_get_obj_val(p);
    r->iterations = glp_get_it_cnt(p);
    for (int j = 0; j < m->columns; j++) {
        r->column_values[j] = glp_get_col_prim(p, j + 1);
        r->basis_columns[j] = status_from(glp_get_col_stat(p, j + 1));
    }
    for (int i = 0; i < m->rows; i++) {
        r->row_duals[i] = glp_get_row_dual(p, i + 1);
        r->basis_rows[i] = status_from(glp_get_row_stat(p, i + 1));
    }
}

// Asked by the tree at every step: the plan to begin with is handed over where GLPK looks for heuristics, the best open bound is kept, and
// the caller may stop it.
static void poll_tree(glp_tree *tree, void *info) {
    guard *g = info;
    int best = glp_ios_best_node(tree);
    if (best != 0) g->result->bound = glp_ios_node_bound(tree, best);
    if (glp_ios_reason(tree) == GLP_IHEUR && g->incumbent != NULL) {
        const double *point = g->incumbent;
        g->incumbent = NULL;
        glp_ios_heur_sol(tree, point);
    }
    int nodes = 0;
    glp_ios_tree_size(tree, NULL, NULL, &nodes);
    if (g->options->node_limit > 0 && nodes > g->options->node_limit) {
        g->result->out_of_nodes = 1;
        glp_ios_terminate(tree);
    } else if (g->options->should_stop != NULL && g->options->should_stop(g->options->context)) {
        g->cancelled = 1;
        glp_ios_terminate(tree);
    }
}

static void run(glp_prob *p, const symbio_program *m, const symbio_options *o, guard *g) {
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    simplex.meth = o->use_dual ? GLP_DUALP : GLP_PRIMAL;
    if (o->scale) {
        glp_scale_prob(p, GLP_SF_AUTO);
    }
    if (!set_start(p, m)) glp_adv_basis(p, 0);
    // GLPK has no callback in the simplex, so it works in slices; each goes on from the basis of the last.
    int slice = FIRST_SLICE, tried_again = 0;
    double began = glp_time();
    for (;;) {
        simplex.it_lim = slice;
        if (slice < LONGEST_SLICE(m->rows)) slice *= 2;
        if (o->time_limit_ms != INT32_MAX) {
            double left = o->time_limit_ms - 1000 * glp_difftime(glp_time(), began);
            simplex.tm_lim = left > 1 ? (int)left : 1;
        }
        int code = g->result->code = glp_simplex(p, &simplex);
        if (code == GLP_EITLIM) {
            if (o->should_stop != NULL && o->should_stop(o->context)) {
                g->cancelled = g->result->cancelled = 1;
                break;
            }
        } else if (!tried_again && (code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND || code == GLP_EFAIL)) {
            // A start that GLPK cannot factorise, or numbers that went bad: once more from its own basis.
            tried_again = 1;
            glp_std_basis(p);
        } else {
            break;
        }
    }
    read_back(p, m, g->result);
    g->result->bound = g->result->dual_status == GLP_FEAS ? g->result->objective : -INFINITY;
    if (m->integer == NULL) return;
    if (g->result->status != GLP_OPT) {
        /* A point of the relaxation is no point of a program with whole numbers. */
        if (g->result->status == GLP_FEAS) g->result->status = GLP_UNDEF;
        return;
    }
    g->incumbent = o->incumbent;
    glp_iocp integer;
    glp_init_iocp(&integer);
    integer.msg_lev = GLP_MSG_OFF;
    integer.tm_lim = o->time_limit_ms;
    if (o->time_limit_ms != INT32_MAX) {
        double rest = o->time_limit_ms - 1000 * glp_difftime(glp_time(), began);
        integer.tm_lim = rest > 1 ? (int)rest : 1;
    }
    integer.mip_gap = o->relative_gap;
    integer.tol_int = 1e-7;
    integer.mir_cuts = integer.gmi_cuts = GLP_ON;
    integer.cb_func = poll_tree;
    integer.cb_info = g;
    g->result->code = glp_intopt(p, &integer);
    g->result->status = glp_mip_status(p);
    g->result->cancelled = g->cancelled;
    if (g->result->status == GLP_OPT || g->result->status == GLP_FEAS) {
        for (int j = 0; j < m->columns; j++) g->result->column_values[j] = glp_mip_col_val(p, j + 1);
        g->result->objective = glp_mip_obj_val(p);
        g->result->primal_status = GLP_FEAS;
        if (g->result->status == GLP_OPT && g->result->code == 0) g->result->bound = g->result->objective;
    }
}

void symbio_solve(const symbio_program *m, const symbio_options *o, symbio_result *r) {
    guard g;
    memset(&g, 0, sizeof g);
    g.options = o;
    g.result = r;
    r->failed = r->cancelled = r->out_of_nodes = r->iterations = 0;
    r->message[0] = 0;
    glp_term_hook(on_text, &g);
    glp_error_hook(on_abort, &g);
    // Of the caller's side of the jump, so that an abort leaks nothing.
    size_t room = (size_t)longest_column(m) + 1;
    int *index = calloc(room, sizeof *index);
    double *value = calloc(room, sizeof *value);
    if (index == NULL || value == NULL) {
        r->failed = 1;
        strcpy(r->message, "out of memory");
    } else if (setjmp(g.escape) == 0) {
        glp_prob *p = glp_create_prob();
        load(p, m, index, value);
        run(p, m, o, &g);
        glp_delete_prob(p);
    } else {
        r->failed = 1;
        memcpy(r->message, g.text, sizeof r->message);
        r->message[sizeof r->message - 1] = 0;
    }
    glp_error_hook(NULL, NULL);
    glp_term_hook(NULL, NULL);
    glp_free_env();
    free(index);
    free(value);
}

size_t symbio_memory_in_use(void) {
    size_t bytes = 0;
    glp_mem_usage(NULL, NULL, &bytes, NULL);
    return bytes;
}

const char *symbio_glpk_version(void) { return glp_version(); }
