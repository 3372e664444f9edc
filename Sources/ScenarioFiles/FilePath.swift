// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc

/// Paths of files, as text.
enum FilePath {
    /// `name` as seen from the folder `folder`.
    static func joined(_ folder: String, _ name: String) -> String {
        if name.hasPrefix("/") || folder.isEmpty { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The path with symbolic links and `..` resolved, so that two ways to one folder are equal; as it is where there is nothing.
    static func resolved(_ path: String) -> String {
        guard let found = unsafe realpath(path, nil) else { return path }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    /// The path without `.` and without steps into a folder and out again: `a/../b` is `b`.
    static func simplified(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
        }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// The folder that a path's last name stands in; `.` for a name alone.
    static func folder(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// What stands before the names of files beside settings, which stand in `scenario.yaml` or on a sheet such as `../a.xlsx/scenario!`.
    static func folderPrefix(ofSettings settings: String) -> String {
        let place = settings.hasSuffix("!") ? settings[..<(settings.lastIndex(of: "/") ?? settings.startIndex)] : settings[...]
        return place.lastIndex(of: "/").map { String(place[...$0]) } ?? ""
    }

    /// The last name of a path.
    static func lastName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The folder of a file; empty where the path is a name alone.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    /// A dotted key without its last part.
    static func withoutLast(_ key: String) -> String { key.lastIndex(of: ".").map { String(key[..<$0]) } ?? key }
}
