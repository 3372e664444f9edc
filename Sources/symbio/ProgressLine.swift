// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import LinearProgram
internal import Reports
internal import Texts

/// The line on a terminal that tells how far a long solve has come.
struct ProgressLine: Sendable {
    /// Whether there is a terminal to show it on, and someone to look at it.
    let isShown: Bool
    private let language = Speech.language

    init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) == 1 }

    /// Writes the line over the one before it.
    func show(_ progress: SolveProgress) {
        let phrase = ProgressText.phrase(iterations: progress.iterations, objective: progress.objective, bound: progress.bound)
        write("\r\u{1B}[K" + phrase[language])
    }

    /// Takes the line away.
    func clear() { if isShown { write("\r\u{1B}[K") } }

    private func write(_ text: String) { _ = Descriptor.write(Array(text.utf8), to: STDERR_FILENO) }
}
