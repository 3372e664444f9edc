// SPDX-License-Identifier: GPL-3.0-or-later
internal import GLPKSolver
internal import LinearProgram
internal import RevisedSimplex

/// The solver of every command: a simplex of our own for large programs, with GLPK's last word.
let planSolver: any Solver = RevisedSimplexSolver(GLPKSolver())
