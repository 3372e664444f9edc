// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

@Suite("Wrong usage and help")
struct UsageTests {
    /// Each message that the argument parser can give of these commands, whole and in both languages. This pins the words by which
    /// `ParserMessage` knows the parser's errors to the version of the parser in use.
    @Test(
        "Wrong usage ends with 2 and says what is wrong on standard error, in the language asked for",
        arguments: [
            (
                ["solve", "x", "--jsn"], "There is no option --jsn. Did you mean --json?",
                "Không có tùy chọn --jsn. Có phải ý bạn là --json?"
            ),
            (["solve", "x", "--qqqqqqqq"], "There is no option --qqqqqqqq.", "Không có tùy chọn --qqqqqqqq."),
            (["solve", "x", "-z"], "There is no option -z.", "Không có tùy chọn -z."),
            (["solve"], "<scenario> is missing.", "Thiếu <kịch-bản>."),
            (["new"], "<path> is missing.", "Thiếu <đường-dẫn>."),
            (["solve", "x", "--out"], "The value of --out <dir> is missing.", "Thiếu giá trị của --out <thư-mục>."),
            (["check", "x", "y"], "“y” is one argument too many.", "Thừa tham số “y”."),
            (["check", "x", "y", "z"], "These arguments are too many: 'y', 'z'.", "Thừa các tham số: 'y', 'z'."),
            (["check", "x", "--json=1"], "--json takes no value, but “1” is given.", "--json không nhận giá trị, nhưng lại có “1”."),
            (
                ["solve", "x", "--objective", "money"],
                "“money” is no value for --objective <objective>. Known: 'cost', 'ghg', 'waste', 'virgin'.",
                "“money” không phải là giá trị hợp lệ của --objective <mục-tiêu>. Các giá trị: 'cost', 'ghg', 'waste', 'virgin'."
            ),
            (
                ["screen", "x", "--land", "6,5"], "“6,5” is no value for --land <number>. Write 6.5.",
                "“6,5” không phải là giá trị hợp lệ của --land <số>. Viết 6.5."
            ),
            (
                ["screen", "x", "--investment", "50.000.000.000"],
                "“50.000.000.000” is no value for --investment <number>. Write 50000000000.",
                "“50.000.000.000” không phải là giá trị hợp lệ của --investment <số>. Viết 50000000000."
            ),
            (
                ["screen", "x", "--investment", "50.000"],
                "“50.000” is no value for --investment <number>. Write 50000 if thousands are meant, or 50.0000.",
                "“50.000” không phải là giá trị hợp lệ của --investment <số>. Viết 50000 nếu là hàng nghìn, hoặc 50.0000 nếu là số thập phân."
            ),
            (
                ["solve", "x", "--time-limit", "soon"], "“soon” is no value for --time-limit <seconds>.",
                "“soon” không phải là giá trị hợp lệ của --time-limit <giây>."
            ),
            (
                ["solve", "x", "--time-limit", "0"], "--time-limit must be a number of seconds above 0, such as 60.",
                "--time-limit phải là số giây lớn hơn 0, ví dụ 60."
            ),
            (
                ["solve", "x", "--time-limit", "-1"], "--time-limit must be a number of seconds above 0, such as 60.",
                "--time-limit phải là số giây lớn hơn 0, ví dụ 60."
            ),
            (
                ["solve", "x", "--time-limit", "nan"], "--time-limit must be a number of seconds above 0, such as 60.",
                "--time-limit phải là số giây lớn hơn 0, ví dụ 60."
            ),
            (
                ["solve", "x", "--time-limit", "1e400"], "--time-limit must be a number of seconds above 0, such as 60.",
                "--time-limit phải là số giây lớn hơn 0, ví dụ 60."
            ),
            (["solve", "x", "--threads", "0"], "--threads must be 1 or more.", "--threads phải từ 1 trở lên."),
            (["solve", "x", "--threads", "-3"], "--threads must be 1 or more.", "--threads phải từ 1 trở lên."),
            (
                ["solve", "x", "--threads", "1.5"], "“1.5” is no value for --threads <number>.",
                "“1.5” không phải là giá trị hợp lệ của --threads <số>."
            ),
            (["solve", "x", "--rows=-1"], "--rows must be 0 or more.", "--rows phải từ 0 trở lên."),
            (["check", "x", "--rows", "-1"], "--rows must be 0 or more.", "--rows phải từ 0 trở lên."),
            (
                ["slove", "x"],
                "There is no command slove. The commands are new, check, solve, explain, assess, compare, screen, report, convert, package, collect, doctor.",
                "Không có lệnh slove. Các lệnh gồm new, check, solve, explain, assess, compare, screen, report, convert, package, collect, doctor."
            ),
        ] as [([String], String, String)])
    func misuse(arguments: [String], english: String, vietnamese: String) throws {
        for (language, head, message) in [("en", "Error: ", english), ("vi", "Lỗi: ", vietnamese)] {
            let run = try Program.run(arguments + ["--lang", language])
            #expect(run.status == 2)
            #expect(run.text.isEmpty)
            #expect(run.errors.hasPrefix(head + message + "\n"), "\(run.errors)")
        }
    }

    @Test("A language that is not spoken is refused by name")
    func unknownLanguage() throws {
        let run = try Program.run("check", "x", "--lang", "fr")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("Error: “fr” is no value for --lang <lang>. Known: 'en', 'vi'.\n"))
    }

    @Test("No command at all shows the help on standard error and ends with 2")
    func nothing() throws {
        let run = try Program.run()
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("symbio solve my-park"))
    }

    @Test("Help shows an example of each command, in either language, and no English word of the parser is left in the Vietnamese one")
    func help() throws {
        let english = ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Show ", "values:", "default:", "detailed", "<options>"]
        for command in ["new", "check", "solve", "doctor"] {
            let inEnglish = try Program.run(command, "--help")
            #expect(inEnglish.status == 0)
            #expect(inEnglish.errors.isEmpty)
            #expect(inEnglish.text.contains("Example: symbio \(command)"))
            let inVietnamese = try Program.run("help", command, environment: ["LANG": "vi_VN.UTF-8"])
            #expect(inVietnamese.status == 0)
            #expect(inVietnamese.text.contains("Ví dụ: symbio \(command)"))
            #expect(try Program.run(command, "--help", "--lang", "vi").text == inVietnamese.text)
            for word in english { #expect(!inVietnamese.text.contains(word), "\(word) in the Vietnamese help of \(command)") }
        }
        let root = try Program.run("--lang", "vi", "--help")
        #expect(root.text.contains("CÁC LỆNH:"))
        for word in english { #expect(!root.text.contains(word), "\(word) in the Vietnamese help") }
    }

    @Test("The version is a version")
    func version() throws {
        let run = try Program.run("--version")
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
