// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Synchronization

/// Whether somebody asked the program to stop, by Ctrl-C or a polite kill.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Whether it was asked for.
    static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Listens from now on. The first signal asks; a second one ends the program at once, as if nobody listened.
    static func listen() {
        // The flag must exist before a handler may touch it.
        _ = isRequested
        var listened = sigset_t()
        unsafe sigemptyset(&listened)
        for number in [SIGINT, SIGTERM] {
            unsafe sigaddset(&listened, number)
            signal(number) { received in
                Interruption.requested.store(true, ordering: .relaxed)
                signal(received, SIG_DFL)
            }
        }
        // A program that starts this one from a thread of its own may have left it with the signals blocked.
        unsafe sigprocmask(SIG_UNBLOCK, &listened, nil)
    }
}
